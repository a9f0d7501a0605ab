-- Says when what a replica remembers of an organization's groups is not true any more: a number by chance for each connection, all of which
-- together stand for what the groups are called and which of them are in which (docs/adr/0034). By chance, since a number that was rolled back
-- must not come again; one for each connection, so that writers do not wait for each other.
CREATE TABLE IF NOT EXISTS group_epoch (
    organization_id BINARY(16) NOT NULL,
    slot SMALLINT UNSIGNED NOT NULL,
    epoch BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (organization_id, slot)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TRIGGER IF NOT EXISTS scim_group_renamed AFTER UPDATE ON scim_group FOR EACH ROW
BEGIN
    IF NOT (NEW.document <=> OLD.document) THEN
        INSERT INTO group_epoch (organization_id, slot, epoch)
        VALUES (NEW.organization_id, (@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64, FLOOR(RAND() * 9007199254740992))
        ON DUPLICATE KEY UPDATE epoch = VALUES(epoch);
    END IF;
END;

CREATE TRIGGER IF NOT EXISTS scim_group_gone AFTER DELETE ON scim_group FOR EACH ROW
    INSERT INTO group_epoch (organization_id, slot, epoch)
    VALUES (OLD.organization_id, (@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64, FLOOR(RAND() * 9007199254740992))
    ON DUPLICATE KEY UPDATE epoch = VALUES(epoch);

CREATE TRIGGER IF NOT EXISTS group_member_nested AFTER INSERT ON group_member FOR EACH ROW
BEGIN
    IF NEW.member_type <> 'User' THEN
        INSERT INTO group_epoch (organization_id, slot, epoch)
        VALUES (NEW.organization_id, (@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64, FLOOR(RAND() * 9007199254740992))
        ON DUPLICATE KEY UPDATE epoch = VALUES(epoch);
    END IF;
END;

CREATE TRIGGER IF NOT EXISTS group_member_nested_no_more AFTER DELETE ON group_member FOR EACH ROW
BEGIN
    IF OLD.member_type <> 'User' THEN
        INSERT INTO group_epoch (organization_id, slot, epoch)
        VALUES (OLD.organization_id, (@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64, FLOOR(RAND() * 9007199254740992))
        ON DUPLICATE KEY UPDATE epoch = VALUES(epoch);
    END IF;
END;
