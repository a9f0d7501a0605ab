-- Hashes of write-only values (the password of users aside, which has a column); the values themselves are nowhere.
CREATE TABLE secret_value (
    organization_id BINARY(16) NOT NULL,
    resource_id BINARY(16) NOT NULL,
    attribute VARCHAR(300) NOT NULL,
    value_hash VARCHAR(255) NOT NULL,
    PRIMARY KEY (organization_id, resource_id, attribute)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
