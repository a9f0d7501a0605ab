-- Members whom no identity provider has: invited, noted when they signed in, or deleted by an identity provider and able to come back
-- under the same id. One whom an identity provider creates leaves this table for scim_user, and takes the id along.
CREATE TABLE person (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    -- INVITED, JIT or SCIM.
    origin VARCHAR(20) NOT NULL,
    -- INVITED, ACTIVE, INACTIVE or DELETED.
    state VARCHAR(20) NOT NULL,
    -- As it was given; of a deleted user its account e-mail, or nothing where it had none.
    email VARCHAR(254) NOT NULL,
    -- The e-mail folded for comparison; NULL where there is none.
    account_key VARCHAR(512) NULL,
    name VARCHAR(200) NULL,
    -- By which a deleted user is met again.
    user_name_key VARCHAR(512) NULL,
    external_id VARCHAR(512) NULL,
    made_by VARCHAR(320) NOT NULL,
    created BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    deleted BIGINT NULL,
    -- From when on nobody can come back as this one.
    purge BIGINT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    KEY person_account (organization_id, account_key),
    KEY person_user_name (organization_id, user_name_key),
    KEY person_external_id (organization_id, external_id),
    KEY person_state (organization_id, state, id),
    KEY person_page (organization_id, id),
    KEY person_purge (purge),
    CONSTRAINT person_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- How many seats are taken, of organizations with a limit only.
CREATE TABLE seat (
    organization_id BINARY(16) NOT NULL,
    taken BIGINT NOT NULL,
    PRIMARY KEY (organization_id),
    CONSTRAINT seat_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
