-- What each call did. A refused call, and one that changed nothing, is a row as well: it may have no resource. Replicas
-- of before write rows without the new columns.
ALTER TABLE provisioning_event
    MODIFY COLUMN resource_type VARCHAR(64) NULL,
    MODIFY COLUMN resource_id BINARY(16) NULL,
    MODIFY COLUMN version BIGINT NULL,
    ADD COLUMN credential_id BINARY(16) NULL,
    ADD COLUMN request_id VARCHAR(128) NULL,
    ADD COLUMN method VARCHAR(16) NULL,
    ADD COLUMN path VARCHAR(255) NULL,
    ADD COLUMN resource_name VARCHAR(255) NULL,
    -- What its resource is searched by.
    ADD COLUMN name_key VARCHAR(64) NULL,
    ADD COLUMN status SMALLINT NULL,
    ADD COLUMN scim_type VARCHAR(32) NULL,
    -- Names of attributes, each in a line.
    ADD COLUMN changed TEXT NULL,
    ADD COLUMN members_added INT NULL,
    ADD COLUMN members_removed INT NULL,
    -- Keywords, with commas.
    ADD COLUMN tolerances TEXT NULL,
    -- 1: something that was sent was passed over. 2: the call was about another resource, and is counted there.
    ADD COLUMN extent TINYINT NULL,
    -- In milliseconds.
    ADD COLUMN duration INT NULL,
    ADD COLUMN product VARCHAR(200) NULL,
    ADD KEY provisioning_event_page (organization_id, id),
    ADD KEY provisioning_event_kind (organization_id, kind, id),
    -- What is counted by connection is all in it.
    ADD KEY provisioning_event_connection (organization_id, connection_id, id, kind, resource_type, extent),
    ADD KEY provisioning_event_name (organization_id, name_key, id);

-- What was sent with a refused call, without secrets; for as long as the organization keeps such.
CREATE TABLE refused_body (
    organization_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    body MEDIUMTEXT NOT NULL,
    PRIMARY KEY (organization_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- How much came of writes in an hour that is over. `resource_type` is empty where a call had none.
CREATE TABLE activity_hour (
    organization_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NOT NULL,
    hour INT NOT NULL,
    resource_type VARCHAR(64) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    calls BIGINT NOT NULL,
    partial BIGINT NOT NULL,
    PRIMARY KEY (organization_id, connection_id, hour, resource_type, kind)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The last hour that is summed up, since 1970; one row.
CREATE TABLE activity_progress (
    id TINYINT NOT NULL,
    hour INT NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- An identifier begins with the milliseconds at which it was made.
INSERT INTO activity_progress (id, hour)
SELECT 1, COALESCE(
    FLOOR(CONV(HEX(SUBSTR(MIN(id), 1, 6)), 16, 10) / 3600000),
    FLOOR(UNIX_TIMESTAMP() / 3600)) - 1
FROM provisioning_event;

-- Requests that change nothing.
CREATE TABLE read_count (
    organization_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NOT NULL,
    hour INT NOT NULL,
    status SMALLINT NOT NULL,
    calls BIGINT NOT NULL,
    PRIMARY KEY (organization_id, connection_id, hour, status)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Writes of a connection without ten quiet minutes between them.
CREATE TABLE sync_run (
    organization_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NOT NULL,
    began BIGINT NOT NULL,
    ended BIGINT NOT NULL,
    -- What came of it, as a JSON object, once it is over.
    summary TEXT NULL,
    PRIMARY KEY (organization_id, connection_id, began),
    KEY sync_run_open (summary(1), ended)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- How a connection does. Times in milliseconds.
CREATE TABLE connection_health (
    organization_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NOT NULL,
    connected BIGINT NULL,
    last_success BIGINT NULL,
    last_write BIGINT NULL,
    product VARCHAR(200) NULL,
    last_refusal BIGINT NULL,
    refusal_status SMALLINT NULL,
    refusal_type VARCHAR(32) NULL,
    refusal_sentence TEXT NULL,
    PRIMARY KEY (organization_id, connection_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE connection_mistake (
    organization_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NOT NULL,
    mistake VARCHAR(32) NOT NULL,
    seen BIGINT NOT NULL,
    PRIMARY KEY (organization_id, connection_id, mistake)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
