-- Times are milliseconds since 1970-01-01T00:00:00Z: exact, ordered, and without a session time zone.
-- Keys are compared by bytes (nopad_bin); what is not case-exact is folded before it is stored.

CREATE TABLE organization (
    id BINARY(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    plan VARCHAR(20) NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY organization_name (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE connection (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    identity_provider VARCHAR(20) NOT NULL,
    state VARCHAR(20) NOT NULL,
    conformance_mode VARCHAR(20) NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY connection_name (organization_id, name),
    CONSTRAINT connection_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE credential (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    scope VARCHAR(200) NOT NULL,
    token_hash BINARY(32) NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    revoked BIGINT NULL,
    last_used BIGINT NULL,
    PRIMARY KEY (id),
    KEY credential_connection (organization_id, connection_id),
    CONSTRAINT credential_of_connection FOREIGN KEY (connection_id) REFERENCES connection (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE signing_key (
    id VARCHAR(64) NOT NULL,
    algorithm VARCHAR(20) NOT NULL,
    public_key VARBINARY(2048) NOT NULL,
    private_key VARBINARY(8192) NULL,
    -- 1 for the key that signs, otherwise NULL: the unique key makes it one, however many replicas start at once.
    active TINYINT NULL,
    created BIGINT NOT NULL,
    retired BIGINT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY signing_key_active (active)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- `document` is the resource as a client reads it, without id, schemas and meta. `search_document` holds the same attributes as
-- search keys: texts whose byte order is the order of the values, so that every filter compares bytes.
CREATE TABLE scim_user (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    user_name VARCHAR(255) NOT NULL,
    user_name_key VARCHAR(512) NOT NULL,
    external_id VARCHAR(512) NULL,
    display_name_key VARCHAR(512) NULL,
    active BOOLEAN NULL,
    password_hash VARCHAR(255) NULL,
    created BIGINT NOT NULL,
    last_modified BIGINT NOT NULL,
    version BIGINT NOT NULL,
    document LONGTEXT NOT NULL,
    search_document LONGTEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY scim_user_user_name (organization_id, user_name_key),
    KEY scim_user_external_id (organization_id, external_id),
    KEY scim_user_display_name (organization_id, display_name_key),
    KEY scim_user_last_modified (organization_id, last_modified),
    KEY scim_user_page (organization_id, id),
    CONSTRAINT scim_user_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- One row for each searchable value of an indexed multi-valued attribute.
CREATE TABLE resource_value (
    organization_id BINARY(16) NOT NULL,
    attribute VARCHAR(200) NOT NULL,
    value_key VARCHAR(512) NOT NULL,
    resource_id BINARY(16) NOT NULL,
    element SMALLINT UNSIGNED NOT NULL,
    PRIMARY KEY (organization_id, resource_id, attribute, element),
    KEY resource_value_key (organization_id, attribute, value_key, resource_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What one request did to one resource; also the outbox from which events are published.
CREATE TABLE provisioning_event (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NULL,
    resource_type VARCHAR(64) NOT NULL,
    resource_id BINARY(16) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    version BIGINT NOT NULL,
    occurred BIGINT NOT NULL,
    PRIMARY KEY (id),
    KEY provisioning_event_resource (organization_id, resource_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
