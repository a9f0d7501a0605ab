-- How many requests an organization, or one of its credentials (`subject`), may send at the moment, as the replicas last agreed on.
-- The limit is part of the key: with another limit a new count begins, and replicas of two settings do not disturb each other.
-- From `expires` on the row says no more than its absence would.
CREATE TABLE rate_limit_bucket (
    organization_id BINARY(16) NOT NULL,
    subject BINARY(16) NOT NULL,
    per_second BIGINT NOT NULL,
    burst BIGINT NOT NULL,
    state VARBINARY(512) NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (organization_id, subject, per_second, burst),
    KEY rate_limit_bucket_expires (expires)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
