-- What a management request asks for under a condition, and what must not be done twice.
ALTER TABLE organization ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE connection ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- The answers to requests that came with an Idempotency-Key. The key is not there: the answer can be read with it alone.
CREATE TABLE idempotent_request (
    id BINARY(32) NOT NULL,
    request BINARY(32) NOT NULL,
    salt BINARY(16) NOT NULL,
    answer MEDIUMBLOB NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (id),
    KEY idempotent_request_created (created)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What became of one thing, and what one author did.
CREATE INDEX audit_entry_subject ON audit_entry (subject_id, id);
CREATE INDEX audit_entry_author ON audit_entry (author_id, id);
CREATE INDEX audit_entry_action ON audit_entry (action, id);
