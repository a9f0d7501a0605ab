-- Who comes to the management API. Of tokens and secrets only SHA-256 is kept.
CREATE TABLE operator_token (
    -- Also the token's `jti`.
    id BINARY(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    -- NULL: for all organizations.
    organization_id BINARY(16) NULL,
    scope VARCHAR(200) NOT NULL,
    token_hash BINARY(32) NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    revoked BIGINT NULL,
    last_used BIGINT NULL,
    PRIMARY KEY (id),
    CONSTRAINT operator_token_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE session (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    email VARCHAR(254) NOT NULL,
    name VARCHAR(200) NOT NULL,
    admin BOOLEAN NOT NULL,
    secret_hash BINARY(32) NOT NULL,
    origin VARCHAR(20) NOT NULL,
    address VARCHAR(64) NULL,
    user_agent VARCHAR(200) NULL,
    created BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    ended BIGINT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY session_secret (secret_hash),
    KEY session_organization (organization_id, id),
    KEY session_expires (expires),
    CONSTRAINT session_of_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
