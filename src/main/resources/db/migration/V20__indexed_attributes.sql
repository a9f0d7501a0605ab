-- Attributes that are indexed because the configuration asks for it (docs/adr/0033). The triggers keep their values, whoever writes, the
-- version before this one included.
CREATE TABLE IF NOT EXISTS indexed_attribute (
    id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
    resource_type VARCHAR(64) NOT NULL,
    attribute VARCHAR(512) NOT NULL,
    -- To all its values in a search document.
    json_path VARCHAR(768) NOT NULL,
    -- filling, ready or removing. What is being removed is kept by nobody.
    state VARCHAR(10) NOT NULL,
    -- Since when no configuration asks for it: no search uses it from then on.
    unwanted BIGINT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY indexed_attribute_name (resource_type, attribute)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- How far what was there before has come: not in the table above, which every writer reads.
CREATE TABLE IF NOT EXISTS index_filling (
    attribute SMALLINT UNSIGNED NOT NULL,
    since BIGINT NOT NULL,
    last_resource BINARY(16) NOT NULL,
    resources BIGINT NOT NULL,
    PRIMARY KEY (attribute)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The key is `1` and the beginning of the value's search key, or `2` for a resource without a value, so that these stand last.
CREATE TABLE IF NOT EXISTS indexed_value (
    attribute SMALLINT UNSIGNED NOT NULL,
    organization_id BINARY(16) NOT NULL,
    value_key VARCHAR(257) NOT NULL,
    resource_id BINARY(16) NOT NULL,
    PRIMARY KEY (attribute, organization_id, value_key, resource_id),
    KEY indexed_value_resource (resource_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The attribute for which the row was written again last, so that the trigger sees it.
ALTER TABLE scim_user ADD COLUMN IF NOT EXISTS indexed SMALLINT UNSIGNED NOT NULL DEFAULT 0, ALGORITHM = INSTANT;
ALTER TABLE scim_group ADD COLUMN IF NOT EXISTS indexed SMALLINT UNSIGNED NOT NULL DEFAULT 0, ALGORITHM = INSTANT;
ALTER TABLE scim_resource ADD COLUMN IF NOT EXISTS indexed SMALLINT UNSIGNED NOT NULL DEFAULT 0, ALGORITHM = INSTANT;

-- The second path leads nowhere: with it, one value is an array, too. Two results of JSON_EXTRACT are equal as bytes only. Loops, since
-- JSON_TABLE in a trigger takes more than the rest of a create, also where there is nothing for it to do.

CREATE TRIGGER IF NOT EXISTS scim_user_indexed AFTER INSERT ON scim_user FOR EACH ROW
BEGIN
    DECLARE number SMALLINT UNSIGNED DEFAULT
        (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = 'User' AND a.state <> 'removing');
    DECLARE path VARCHAR(768);
    DECLARE found LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
    DECLARE element INT UNSIGNED;
    WHILE number IS NOT NULL DO
        SET path = (SELECT a.json_path FROM indexed_attribute a WHERE a.id = number);
        SET found = JSON_EXTRACT(NEW.search_document, path, '$.""');
        IF found IS NULL THEN
            INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
            VALUES (number, NEW.organization_id, '2', NEW.id);
        ELSE
            SET element = 0;
            WHILE element < JSON_LENGTH(found) DO
                INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
                VALUES (number, NEW.organization_id,
                    IFNULL(CONCAT('1', LEFT(JSON_VALUE(found, CONCAT('$[', element, ']')), 256)), '2'), NEW.id)
                ON DUPLICATE KEY UPDATE resource_id = VALUES(resource_id);
                SET element = element + 1;
            END WHILE;
        END IF;
        SET number = (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = 'User' AND a.state <> 'removing'
            AND a.id > number);
    END WHILE;
END;

CREATE TRIGGER IF NOT EXISTS scim_user_indexed_anew AFTER UPDATE ON scim_user FOR EACH ROW
BEGIN
    DECLARE number SMALLINT UNSIGNED DEFAULT
        (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = 'User' AND a.state <> 'removing');
    DECLARE path VARCHAR(768);
    DECLARE found LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
    DECLARE element INT UNSIGNED;
    WHILE number IS NOT NULL DO
        SET path = (SELECT a.json_path FROM indexed_attribute a WHERE a.id = number);
        SET found = JSON_EXTRACT(NEW.search_document, path, '$.""');
        IF (number = NEW.indexed AND NEW.indexed <> OLD.indexed)
            OR NOT BINARY found <=> BINARY JSON_EXTRACT(OLD.search_document, path, '$.""') THEN
            DELETE FROM indexed_value WHERE resource_id = NEW.id AND attribute = number;
            IF found IS NULL THEN
                INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
                VALUES (number, NEW.organization_id, '2', NEW.id);
            ELSE
                SET element = 0;
                WHILE element < JSON_LENGTH(found) DO
                    INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
                    VALUES (number, NEW.organization_id,
                        IFNULL(CONCAT('1', LEFT(JSON_VALUE(found, CONCAT('$[', element, ']')), 256)), '2'), NEW.id)
                    ON DUPLICATE KEY UPDATE resource_id = VALUES(resource_id);
                    SET element = element + 1;
                END WHILE;
            END IF;
        END IF;
        SET number = (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = 'User' AND a.state <> 'removing'
            AND a.id > number);
    END WHILE;
END;

CREATE TRIGGER IF NOT EXISTS scim_user_indexed_no_more AFTER DELETE ON scim_user FOR EACH ROW
    DELETE FROM indexed_value WHERE resource_id = OLD.id;

CREATE TRIGGER IF NOT EXISTS scim_group_indexed AFTER INSERT ON scim_group FOR EACH ROW
BEGIN
    DECLARE number SMALLINT UNSIGNED DEFAULT
        (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = 'Group' AND a.state <> 'removing');
    DECLARE path VARCHAR(768);
    DECLARE found LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
    DECLARE element INT UNSIGNED;
    WHILE number IS NOT NULL DO
        SET path = (SELECT a.json_path FROM indexed_attribute a WHERE a.id = number);
        SET found = JSON_EXTRACT(NEW.search_document, path, '$.""');
        IF found IS NULL THEN
            INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
            VALUES (number, NEW.organization_id, '2', NEW.id);
        ELSE
            SET element = 0;
            WHILE element < JSON_LENGTH(found) DO
                INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
                VALUES (number, NEW.organization_id,
                    IFNULL(CONCAT('1', LEFT(JSON_VALUE(found, CONCAT('$[', element, ']')), 256)), '2'), NEW.id)
                ON DUPLICATE KEY UPDATE resource_id = VALUES(resource_id);
                SET element = element + 1;
            END WHILE;
        END IF;
        SET number = (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = 'Group' AND a.state <> 'removing'
            AND a.id > number);
    END WHILE;
END;

CREATE TRIGGER IF NOT EXISTS scim_group_indexed_anew AFTER UPDATE ON scim_group FOR EACH ROW
BEGIN
    DECLARE number SMALLINT UNSIGNED DEFAULT
        (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = 'Group' AND a.state <> 'removing');
    DECLARE path VARCHAR(768);
    DECLARE found LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
    DECLARE element INT UNSIGNED;
    WHILE number IS NOT NULL DO
        SET path = (SELECT a.json_path FROM indexed_attribute a WHERE a.id = number);
        SET found = JSON_EXTRACT(NEW.search_document, path, '$.""');
        IF (number = NEW.indexed AND NEW.indexed <> OLD.indexed)
            OR NOT BINARY found <=> BINARY JSON_EXTRACT(OLD.search_document, path, '$.""') THEN
            DELETE FROM indexed_value WHERE resource_id = NEW.id AND attribute = number;
            IF found IS NULL THEN
                INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
                VALUES (number, NEW.organization_id, '2', NEW.id);
            ELSE
                SET element = 0;
                WHILE element < JSON_LENGTH(found) DO
                    INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
                    VALUES (number, NEW.organization_id,
                        IFNULL(CONCAT('1', LEFT(JSON_VALUE(found, CONCAT('$[', element, ']')), 256)), '2'), NEW.id)
                    ON DUPLICATE KEY UPDATE resource_id = VALUES(resource_id);
                    SET element = element + 1;
                END WHILE;
            END IF;
        END IF;
        SET number = (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = 'Group' AND a.state <> 'removing'
            AND a.id > number);
    END WHILE;
END;

CREATE TRIGGER IF NOT EXISTS scim_group_indexed_no_more AFTER DELETE ON scim_group FOR EACH ROW
    DELETE FROM indexed_value WHERE resource_id = OLD.id;

CREATE TRIGGER IF NOT EXISTS scim_resource_indexed AFTER INSERT ON scim_resource FOR EACH ROW
BEGIN
    DECLARE number SMALLINT UNSIGNED DEFAULT
        (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = NEW.resource_type AND a.state <> 'removing');
    DECLARE path VARCHAR(768);
    DECLARE found LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
    DECLARE element INT UNSIGNED;
    WHILE number IS NOT NULL DO
        SET path = (SELECT a.json_path FROM indexed_attribute a WHERE a.id = number);
        SET found = JSON_EXTRACT(NEW.search_document, path, '$.""');
        IF found IS NULL THEN
            INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
            VALUES (number, NEW.organization_id, '2', NEW.id);
        ELSE
            SET element = 0;
            WHILE element < JSON_LENGTH(found) DO
                INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
                VALUES (number, NEW.organization_id,
                    IFNULL(CONCAT('1', LEFT(JSON_VALUE(found, CONCAT('$[', element, ']')), 256)), '2'), NEW.id)
                ON DUPLICATE KEY UPDATE resource_id = VALUES(resource_id);
                SET element = element + 1;
            END WHILE;
        END IF;
        SET number = (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = NEW.resource_type AND a.state <> 'removing'
            AND a.id > number);
    END WHILE;
END;

CREATE TRIGGER IF NOT EXISTS scim_resource_indexed_anew AFTER UPDATE ON scim_resource FOR EACH ROW
BEGIN
    DECLARE number SMALLINT UNSIGNED DEFAULT
        (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = NEW.resource_type AND a.state <> 'removing');
    DECLARE path VARCHAR(768);
    DECLARE found LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
    DECLARE element INT UNSIGNED;
    WHILE number IS NOT NULL DO
        SET path = (SELECT a.json_path FROM indexed_attribute a WHERE a.id = number);
        SET found = JSON_EXTRACT(NEW.search_document, path, '$.""');
        IF (number = NEW.indexed AND NEW.indexed <> OLD.indexed)
            OR NOT BINARY found <=> BINARY JSON_EXTRACT(OLD.search_document, path, '$.""') THEN
            DELETE FROM indexed_value WHERE resource_id = NEW.id AND attribute = number;
            IF found IS NULL THEN
                INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
                VALUES (number, NEW.organization_id, '2', NEW.id);
            ELSE
                SET element = 0;
                WHILE element < JSON_LENGTH(found) DO
                    INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
                    VALUES (number, NEW.organization_id,
                        IFNULL(CONCAT('1', LEFT(JSON_VALUE(found, CONCAT('$[', element, ']')), 256)), '2'), NEW.id)
                    ON DUPLICATE KEY UPDATE resource_id = VALUES(resource_id);
                    SET element = element + 1;
                END WHILE;
            END IF;
        END IF;
        SET number = (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = NEW.resource_type AND a.state <> 'removing'
            AND a.id > number);
    END WHILE;
END;

CREATE TRIGGER IF NOT EXISTS scim_resource_indexed_no_more AFTER DELETE ON scim_resource FOR EACH ROW
    DELETE FROM indexed_value WHERE resource_id = OLD.id;
