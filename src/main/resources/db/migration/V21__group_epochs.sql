-- Says when what a replica remembers of an organization's groups is not true any more: a number by chance for each connection, all of which
-- together stand for what the groups are called and which of them are in which (docs/adr/0034).
CREATE TABLE IF NOT EXISTS group_epoch (
    organization_id BINARY(16) NOT NULL,
    slot SMALLINT UNSIGNED NOT NULL,
    epoch BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (organization_id, slot)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
