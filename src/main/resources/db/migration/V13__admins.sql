-- One row of an organization that every change writes by which an administrator may be lost: such changes come one after the other,
-- on whichever replica and whichever node of a cluster.
CREATE TABLE admin_guard (
    organization_id BINARY(16) NOT NULL,
    changes BIGINT NOT NULL,
    PRIMARY KEY (organization_id),
    CONSTRAINT admin_guard_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- All grants by hand of an organization, a page at a time.
ALTER TABLE member_grant ADD KEY member_grant_page (organization_id, member_id, id);
