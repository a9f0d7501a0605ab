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
    purge_at BIGINT NULL,
    version BIGINT NOT NULL,
    -- The address while the person is a member: of those who are added at once under one address, one is.
    live_key VARCHAR(512) AS (IF(state = 'DELETED', NULL, account_key)) STORED,
    PRIMARY KEY (id),
    UNIQUE KEY person_live (organization_id, live_key),
    KEY person_account (organization_id, account_key),
    KEY person_user_name (organization_id, user_name_key),
    KEY person_external_id (organization_id, external_id),
    KEY person_state (organization_id, state, id),
    KEY person_page (organization_id, id),
    KEY person_purge (purge_at),
    CONSTRAINT person_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- How many seats are taken, of organizations with a limit only.
CREATE TABLE seat (
    organization_id BINARY(16) NOT NULL,
    taken BIGINT NOT NULL,
    -- The limit.
    most BIGINT NOT NULL,
    -- When they are counted once more: a replica learns of a new limit a moment later. NULL: not again.
    recount BIGINT NULL,
    PRIMARY KEY (organization_id),
    KEY seat_recount (recount),
    CONSTRAINT seat_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The connection of the identity provider that took over last.
ALTER TABLE organization ADD COLUMN switched_to BINARY(16) NULL;
