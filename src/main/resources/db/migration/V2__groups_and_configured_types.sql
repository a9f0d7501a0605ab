-- Members of a group are rows of their own and never in its document: a change of members costs what the change costs.
CREATE TABLE scim_group (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    external_id VARCHAR(512) NULL,
    display_name_key VARCHAR(512) NULL,
    -- SHA-256 of the folded displayName where the connection keeps names unique, otherwise NULL.
    unique_name BINARY(32) NULL,
    created BIGINT NOT NULL,
    last_modified BIGINT NOT NULL,
    version BIGINT NOT NULL,
    document LONGTEXT NOT NULL,
    search_document LONGTEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY scim_group_display_name_unique (organization_id, unique_name),
    KEY scim_group_external_id (organization_id, external_id),
    KEY scim_group_display_name (organization_id, display_name_key),
    KEY scim_group_last_modified (organization_id, last_modified),
    KEY scim_group_page (organization_id, id),
    CONSTRAINT scim_group_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE group_member (
    organization_id BINARY(16) NOT NULL,
    group_id BINARY(16) NOT NULL,
    member_id BINARY(16) NOT NULL,
    member_type VARCHAR(64) NOT NULL,
    PRIMARY KEY (organization_id, group_id, member_id),
    KEY group_member_member (organization_id, member_id, group_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The resources of every type that is added by configuration.
CREATE TABLE scim_resource (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    resource_type VARCHAR(64) NOT NULL,
    external_id VARCHAR(512) NULL,
    display_name_key VARCHAR(512) NULL,
    created BIGINT NOT NULL,
    last_modified BIGINT NOT NULL,
    version BIGINT NOT NULL,
    document LONGTEXT NOT NULL,
    search_document LONGTEXT NOT NULL,
    PRIMARY KEY (id),
    KEY scim_resource_external_id (organization_id, resource_type, external_id),
    KEY scim_resource_display_name (organization_id, resource_type, display_name_key),
    KEY scim_resource_last_modified (organization_id, resource_type, last_modified),
    KEY scim_resource_page (organization_id, resource_type, id),
    CONSTRAINT scim_resource_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Values that only one resource may hold. `scope` is the organization (uniqueness "server") or sixteen zero bytes ("global");
-- `value_hash` is the SHA-256 of the search key.
CREATE TABLE unique_value (
    scope BINARY(16) NOT NULL,
    attribute VARCHAR(300) NOT NULL,
    value_hash BINARY(32) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    resource_id BINARY(16) NOT NULL,
    PRIMARY KEY (organization_id, resource_id, attribute, value_hash),
    UNIQUE KEY unique_value_taken (scope, attribute, value_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Random secrets that all replicas share.
CREATE TABLE service_secret (
    name VARCHAR(64) NOT NULL,
    secret VARBINARY(64) NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What else there is to say of a request, such as the members it named that do not exist.
ALTER TABLE provisioning_event ADD COLUMN detail TEXT NULL;

-- A credential that stands for one user (RFC 7644 §3.11) carries that user's identifier.
ALTER TABLE credential ADD COLUMN user_id BINARY(16) NULL;
