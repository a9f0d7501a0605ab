-- What an organization lets in. An organization that is there already, or that a replica of the version before adds, may provision as it could
-- until now; the service adds others without that.
ALTER TABLE organization
    ADD COLUMN provisioning_without_sso BOOLEAN NOT NULL DEFAULT TRUE,
    ADD COLUMN domain_policy VARCHAR(20) NOT NULL DEFAULT 'OFF',
    ADD COLUMN policies_version BIGINT NOT NULL DEFAULT 1;

CREATE TABLE domain (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    -- A-labels in small letters.
    name VARCHAR(253) NOT NULL,
    -- The name while it is claimed, otherwise NULL: the unique key gives a name to one organization, however many prove it at once.
    claimed_name VARCHAR(253) NULL,
    proof VARCHAR(20) NOT NULL,
    challenge VARCHAR(100) NOT NULL,
    created BIGINT NOT NULL,
    proved BIGINT NULL,
    checked BIGINT NULL,
    finding VARCHAR(20) NULL,
    failing_since BIGINT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY domain_name (organization_id, name),
    UNIQUE KEY domain_claimed_name (claimed_name),
    KEY domain_checked (proof, checked),
    CONSTRAINT domain_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Single sign-on as the product has set it up: the service only notes that it is there.
CREATE TABLE single_sign_on (
    organization_id BINARY(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    state VARCHAR(20) NOT NULL,
    created BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (organization_id),
    CONSTRAINT single_sign_on_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
