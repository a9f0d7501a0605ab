package dev.rollcall.scim.group;

import dev.rollcall.scim.membership.ReferencedType;
import dev.rollcall.scim.persistence.RowTable;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of `scim_group`, for writes.
@ApplicationScoped
class GroupRepository {
    private static final String OTHERS =
            "SELECT 1 FROM scim_group WHERE organization_id = ? AND display_name_key = ? AND id <> ? LIMIT 1";

    private final Sql sql;
    private final RowTable<GroupEntity> rows;

    GroupRepository(Sql sql) {
        this.sql = sql;
        rows = new RowTable<>(sql, ReferencedType.GROUP.table(), GroupEntity::new);
    }

    void insert(GroupEntity group) {
        rows.insert(group);
    }

    void update(GroupEntity group) {
        rows.update(group);
    }

    void delete(GroupEntity group) {
        rows.delete(group);
    }

    /// The group, locked as {@link RowTable#lock} does.
    Optional<GroupEntity> lock(UUID organizationId, UUID id) {
        return rows.lock(organizationId, id);
    }

    /// The groups, locked in the order in which their identifiers are given.
    List<GroupEntity> lock(UUID organizationId, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<Object>();
        ids.forEach(id -> values.add(ResourceIds.bytes(id)));
        values.add(ResourceIds.bytes(organizationId));
        return rows.query(new SqlText(locking(ids.size()), values));
    }

    // A list that is joined is looked up one by one. With `IN` MariaDB 10.11 reads all groups of the organization for
    // some hundred identifiers, where organizations have few groups on average. It is not
    // prepared: MariaDB finds nothing then, since it does not know what the `?` of a list stand for.
    static String locking(int count) {
        return "SELECT STRAIGHT_JOIN g.* FROM (WITH l (id) AS (VALUES " + SqlText.rows(count, 1)
                + ") SELECT id FROM l) v JOIN scim_group g ON g.id = v.id WHERE g.organization_id = ? FOR UPDATE";
    }

    /// Whether another group of the organization has this name.
    boolean isTaken(UUID organizationId, GroupName name, UUID id) {
        var others = SqlText.of(OTHERS, ResourceIds.bytes(organizationId), name.key(), ResourceIds.bytes(id));
        return !sql.query(others, row -> row.getInt(1)).isEmpty();
    }
}
