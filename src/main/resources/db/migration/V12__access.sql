-- What the product's administration adds to people: the catalogue of teams and roles, who has which of them by hand, which groups
-- give them, and what those get who have nothing. `scope_id` is the team in which a role counts, or the organization itself for a
-- role that counts everywhere. What a member has in the end is read by queries over these rows and is nowhere stored.
CREATE TABLE team (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    created BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY team_name (organization_id, name),
    KEY team_page (organization_id, id),
    CONSTRAINT team_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE role (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    -- ORGANIZATION or TEAM.
    scope VARCHAR(20) NOT NULL,
    role_rank INT NOT NULL,
    -- Whoever has it administers the organization. Never true for a role of teams.
    admin BOOLEAN NOT NULL,
    created BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY role_name (organization_id, name),
    KEY role_page (organization_id, id),
    CONSTRAINT role_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- A role given by hand. The member is a user of an identity provider or another person; neither is referred to by a key, since a
-- grant outlives the way by which somebody is known.
CREATE TABLE member_grant (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    member_id BINARY(16) NOT NULL,
    scope_id BINARY(16) NOT NULL,
    role_id BINARY(16) NOT NULL,
    made_by VARCHAR(320) NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY member_grant_once (organization_id, member_id, scope_id, role_id),
    KEY member_grant_role (organization_id, role_id, member_id),
    KEY member_grant_scope (organization_id, scope_id, member_id),
    CONSTRAINT member_grant_of_role FOREIGN KEY (role_id) REFERENCES role (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE group_mapping (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    group_id BINARY(16) NOT NULL,
    scope_id BINARY(16) NOT NULL,
    role_id BINARY(16) NOT NULL,
    made_by VARCHAR(320) NOT NULL,
    created BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY group_mapping_once (organization_id, group_id, scope_id, role_id),
    KEY group_mapping_page (organization_id, id),
    KEY group_mapping_role (organization_id, role_id, group_id),
    KEY group_mapping_scope (organization_id, scope_id, group_id),
    CONSTRAINT group_mapping_of_role FOREIGN KEY (role_id) REFERENCES role (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What those get whom no other grant gives a team: of the domain of their account e-mail, or else of the organization.
-- `subject_id` is the domain or the organization.
CREATE TABLE default_grant (
    organization_id BINARY(16) NOT NULL,
    subject_id BINARY(16) NOT NULL,
    team_id BINARY(16) NOT NULL,
    role_id BINARY(16) NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (organization_id, subject_id),
    KEY default_grant_team (organization_id, team_id),
    CONSTRAINT default_grant_of_role FOREIGN KEY (role_id) REFERENCES role (id),
    CONSTRAINT default_grant_of_team FOREIGN KEY (team_id) REFERENCES team (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

ALTER TABLE organization
    ADD COLUMN reprovisioning VARCHAR(20) NOT NULL DEFAULT 'BY_MODE',
    ADD COLUMN deleted_member_days INT NOT NULL DEFAULT 0,
    -- NULL: as many as there are.
    ADD COLUMN seat_limit INT NULL,
    ADD COLUMN protect_last_admin BOOLEAN NOT NULL DEFAULT TRUE,
    ADD COLUMN roles_from_groups_only BOOLEAN NOT NULL DEFAULT FALSE,
    -- When it changed to another identity provider, which has not met again everybody from before.
    ADD COLUMN switched BIGINT NULL,
    ADD COLUMN activity_days INT NOT NULL DEFAULT 90,
    ADD COLUMN refused_body_days INT NOT NULL DEFAULT 7;
