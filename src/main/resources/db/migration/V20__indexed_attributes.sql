-- Attributes that are indexed because the configuration asks for it (docs/adr/0033). Triggers keep their values, whoever writes; they are made
-- when the first attribute is asked for.
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

-- The attribute for which the row was written again last, so that a trigger sees it.
ALTER TABLE scim_user ADD COLUMN IF NOT EXISTS indexed SMALLINT UNSIGNED NOT NULL DEFAULT 0, ALGORITHM = INSTANT;
ALTER TABLE scim_group ADD COLUMN IF NOT EXISTS indexed SMALLINT UNSIGNED NOT NULL DEFAULT 0, ALGORITHM = INSTANT;
ALTER TABLE scim_resource ADD COLUMN IF NOT EXISTS indexed SMALLINT UNSIGNED NOT NULL DEFAULT 0, ALGORITHM = INSTANT;
