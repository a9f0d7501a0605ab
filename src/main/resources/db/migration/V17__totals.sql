-- How many resources there are, in slots that are added up: a transaction changes the slot of its connection, so that writers do not wait
-- for each other. The triggers see every change of the rows, whoever makes it, the version before this one included.
CREATE TABLE IF NOT EXISTS resource_total (
    organization_id BINARY(16) NOT NULL,
    resource_type VARCHAR(64) NOT NULL,
    slot SMALLINT UNSIGNED NOT NULL,
    resources BIGINT NOT NULL,
    active BIGINT NOT NULL,
    inactive BIGINT NOT NULL,
    -- How often the numbers of those have moved who are older than an hour: by one that came with an old identifier or went, by a change of
    -- `active`.
    shifts BIGINT NOT NULL DEFAULT 0,
    switches BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (organization_id, resource_type, slot)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Where the next page of a walk by index begins: behind this resource.
CREATE TABLE IF NOT EXISTS page_mark (
    organization_id BINARY(16) NOT NULL,
    walk BINARY(32) NOT NULL,
    start_index BIGINT NOT NULL,
    sort_key VARCHAR(512) NULL,
    resource_id BINARY(16) NOT NULL,
    made BIGINT NOT NULL,
    PRIMARY KEY (organization_id, walk, start_index),
    KEY page_mark_made (made)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The nodes of a Galera cluster have other offsets, and with them other slots.
CREATE TRIGGER IF NOT EXISTS scim_user_added AFTER INSERT ON scim_user FOR EACH ROW
    INSERT INTO resource_total (organization_id, resource_type, slot, resources, active, inactive, shifts)
    VALUES (NEW.organization_id, 'User', (@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64,
        1, NEW.active <=> TRUE, NEW.active <=> FALSE,
        NEW.id < UNHEX(LPAD(HEX(FLOOR((UNIX_TIMESTAMP() - 3600) * 1000)), 12, '0')))
    ON DUPLICATE KEY UPDATE resources = resources + VALUES(resources), active = active + VALUES(active),
        inactive = inactive + VALUES(inactive), shifts = shifts + VALUES(shifts);

CREATE TRIGGER IF NOT EXISTS scim_user_removed AFTER DELETE ON scim_user FOR EACH ROW
    INSERT INTO resource_total (organization_id, resource_type, slot, resources, active, inactive, shifts)
    VALUES (OLD.organization_id, 'User', (@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64,
        -1, -(OLD.active <=> TRUE), -(OLD.active <=> FALSE),
        OLD.id < UNHEX(LPAD(HEX(FLOOR((UNIX_TIMESTAMP() - 3600) * 1000)), 12, '0')))
    ON DUPLICATE KEY UPDATE resources = resources + VALUES(resources), active = active + VALUES(active),
        inactive = inactive + VALUES(inactive), shifts = shifts + VALUES(shifts);

CREATE TRIGGER IF NOT EXISTS scim_user_switched AFTER UPDATE ON scim_user FOR EACH ROW
    INSERT INTO resource_total (organization_id, resource_type, slot, resources, active, inactive, switches)
    SELECT NEW.organization_id, 'User', (@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64,
        0, (NEW.active <=> TRUE) - (OLD.active <=> TRUE), (NEW.active <=> FALSE) - (OLD.active <=> FALSE),
        NEW.id < UNHEX(LPAD(HEX(FLOOR((UNIX_TIMESTAMP() - 3600) * 1000)), 12, '0'))
    FROM DUAL WHERE NOT (NEW.active <=> OLD.active)
    ON DUPLICATE KEY UPDATE resource_total.active = resource_total.active + VALUES(active),
        resource_total.inactive = resource_total.inactive + VALUES(inactive),
        resource_total.switches = resource_total.switches + VALUES(switches);

CREATE TRIGGER IF NOT EXISTS scim_group_added AFTER INSERT ON scim_group FOR EACH ROW
    INSERT INTO resource_total (organization_id, resource_type, slot, resources, active, inactive, shifts)
    VALUES (NEW.organization_id, 'Group', (@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64,
        1, 0, 0, NEW.id < UNHEX(LPAD(HEX(FLOOR((UNIX_TIMESTAMP() - 3600) * 1000)), 12, '0')))
    ON DUPLICATE KEY UPDATE resources = resources + 1, shifts = shifts + VALUES(shifts);

CREATE TRIGGER IF NOT EXISTS scim_group_removed AFTER DELETE ON scim_group FOR EACH ROW
    INSERT INTO resource_total (organization_id, resource_type, slot, resources, active, inactive, shifts)
    VALUES (OLD.organization_id, 'Group', (@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64,
        -1, 0, 0, OLD.id < UNHEX(LPAD(HEX(FLOOR((UNIX_TIMESTAMP() - 3600) * 1000)), 12, '0')))
    ON DUPLICATE KEY UPDATE resources = resources - 1, shifts = shifts + VALUES(shifts);

CREATE TRIGGER IF NOT EXISTS scim_resource_added AFTER INSERT ON scim_resource FOR EACH ROW
    INSERT INTO resource_total (organization_id, resource_type, slot, resources, active, inactive, shifts)
    VALUES (NEW.organization_id, NEW.resource_type, (@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64,
        1, 0, 0, NEW.id < UNHEX(LPAD(HEX(FLOOR((UNIX_TIMESTAMP() - 3600) * 1000)), 12, '0')))
    ON DUPLICATE KEY UPDATE resources = resources + 1, shifts = shifts + VALUES(shifts);

CREATE TRIGGER IF NOT EXISTS scim_resource_removed AFTER DELETE ON scim_resource FOR EACH ROW
    INSERT INTO resource_total (organization_id, resource_type, slot, resources, active, inactive, shifts)
    VALUES (OLD.organization_id, OLD.resource_type, (@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64,
        -1, 0, 0, OLD.id < UNHEX(LPAD(HEX(FLOOR((UNIX_TIMESTAMP() - 3600) * 1000)), 12, '0')))
    ON DUPLICATE KEY UPDATE resources = resources - 1, shifts = shifts + VALUES(shifts);

-- From here on the triggers count, so that what they have not counted at one moment is what was there before them: each statement reads
-- rows and slots of the same moment, and without locks, as long as it is not repeatable.
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;

INSERT INTO resource_total (organization_id, resource_type, slot, resources, active, inactive)
SELECT c.organization_id, c.resource_type, 65535, SUM(c.resources), SUM(c.active), SUM(c.inactive) FROM (
    SELECT organization_id, 'User' AS resource_type, COUNT(*) AS resources, SUM(active <=> TRUE) AS active,
        SUM(active <=> FALSE) AS inactive FROM scim_user FORCE INDEX (scim_user_active) GROUP BY organization_id
    UNION ALL
    SELECT organization_id, 'Group', COUNT(*), 0, 0 FROM scim_group GROUP BY organization_id
    UNION ALL
    SELECT organization_id, resource_type, COUNT(*), 0, 0 FROM scim_resource GROUP BY organization_id, resource_type
    UNION ALL
    SELECT organization_id, resource_type, -resources, -active, -inactive FROM resource_total) c
GROUP BY c.organization_id, c.resource_type
HAVING SUM(c.resources) <> 0 OR SUM(c.active) <> 0 OR SUM(c.inactive) <> 0
ON DUPLICATE KEY UPDATE resource_total.resources = resource_total.resources + VALUES(resources),
    resource_total.active = resource_total.active + VALUES(active),
    resource_total.inactive = resource_total.inactive + VALUES(inactive);
