-- What administrators and operators have changed: who, when, from where, before and after. Rows are only ever added.
CREATE TABLE audit_entry (
    id BINARY(16) NOT NULL,
    organization_id BINARY(16) NULL,
    occurred BIGINT NOT NULL,
    author_kind VARCHAR(20) NOT NULL,
    author_id VARCHAR(255) NOT NULL,
    author_name VARCHAR(320) NOT NULL,
    address VARCHAR(64) NULL,
    request_id VARCHAR(128) NULL,
    action VARCHAR(64) NOT NULL,
    subject_id VARCHAR(255) NOT NULL,
    subject_name VARCHAR(320) NOT NULL,
    value_before LONGTEXT NOT NULL,
    value_after LONGTEXT NOT NULL,
    PRIMARY KEY (id),
    KEY audit_entry_organization (organization_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
