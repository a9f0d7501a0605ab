-- A link by which the product lets one person administer one organization, once. Of its secret there is a SHA-256 only.
CREATE TABLE set_up_link (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    email VARCHAR(254) NOT NULL,
    name VARCHAR(200) NOT NULL,
    secret_hash BINARY(32) NOT NULL,
    made_by VARCHAR(320) NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    used BIGINT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY set_up_link_secret (secret_hash),
    KEY set_up_link_organization (organization_id, id),
    KEY set_up_link_expires (expires),
    CONSTRAINT set_up_link_of_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
