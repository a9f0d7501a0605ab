-- Bearer tokens and OAuth clients are credentials of one table: of both only a hash is kept. A version that does not know the columns
-- writes bearer tokens.
ALTER TABLE credential
    ADD COLUMN kind VARCHAR(20) NOT NULL DEFAULT 'BEARER_TOKEN',
    ADD COLUMN made_by VARCHAR(320) NOT NULL DEFAULT '',
    -- What the next one gets when it is rotated, in milliseconds: a rotated one expires before its time.
    ADD COLUMN lifetime BIGINT NULL,
    ADD COLUMN last_used_address VARCHAR(64) NULL,
    ADD COLUMN last_used_product VARCHAR(200) NULL,
    ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- What is encrypted is so with a data key of its own row, and that with the key of the deployer that is named. NULL for what is plain.
ALTER TABLE signing_key
    ADD COLUMN data_key VARBINARY(128) NULL,
    ADD COLUMN encryption_key_id VARCHAR(16) NULL;

ALTER TABLE service_secret
    MODIFY COLUMN secret VARBINARY(128) NOT NULL,
    ADD COLUMN data_key VARBINARY(128) NULL,
    ADD COLUMN encryption_key_id VARCHAR(16) NULL;
