package dev.rollcall.scim.membership;

import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.persistence.ResourceRows.Further;
import dev.rollcall.scim.persistence.ResourceRows.FurtherColumns;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads `groups` of users, a page of them at a time. Most users are in no group that is itself in one, and for
/// them one plain look-up says everything; the way up through nested groups costs several times as much, so that
/// only those go it who have one. A row that names a group that is gone says nothing.
@ApplicationScoped
public class GroupsOfUsers {
    private static final List<String> COLUMNS = List.of(
            "m.member_id",
            "m.group_id",
            "'direct'",
            "JSON_VALUE(g.document, '$.displayName')",
            "EXISTS (SELECT 1 FROM group_member o WHERE o.organization_id = m.organization_id AND o.member_id = m.group_id)");

    private static final String SELECT = "SELECT " + String.join(", ", COLUMNS);
    private static final FurtherColumns FURTHER = new FurtherColumns(COLUMNS);

    private static final String DIRECT = " FROM group_member m JOIN scim_group g ON g.id = m.group_id"
            + " WHERE m.organization_id = ? AND m.member_id IN (ids)";

    // A group that can be reached over several paths is there once, as a direct one if it is that as well.
    private static final String ALL =
            "WITH RECURSIVE up (member_id, group_id, direct) AS (SELECT m.member_id, m.group_id, 1 FROM group_member m"
                    + " JOIN scim_group l ON l.id = m.group_id WHERE m.organization_id = ? AND m.member_id IN (ids)"
                    + " UNION SELECT up.member_id, m.group_id, 0 FROM up JOIN group_member m ON m.organization_id = ? AND m.member_id = up.group_id"
                    + " JOIN scim_group l ON l.id = m.group_id)"
                    + " SELECT up.member_id, up.group_id, IF(MAX(up.direct), 'direct', 'indirect'),"
                    + " JSON_VALUE(g.document, '$.displayName'), FALSE FROM up JOIN scim_group g ON g.id = up.group_id"
                    + " GROUP BY up.member_id, up.group_id";

    private final Sql sql;
    private final ResourceRows rows;

    GroupsOfUsers(Sql sql, ResourceRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    private record Membership(UUID user, String groupId, ScimValue group, boolean nested) {}

    /// A user, and the groups that it is in.
    public record UserWithGroups(ScimResource user, List<ScimValue> groups) {
        public UserWithGroups {
            groups = List.copyOf(groups);
        }
    }

    /// The user with this identifier and its groups, as {@link #of} gives them. Where none of these is in
    /// another one, it is one statement.
    public Optional<UserWithGroups> find(
            ResourceType type, String table, UUID organizationId, UUID user, String baseUri) {
        var direct = new Further<>(
                FURTHER, direct(organizationId, List.of(user)), row -> membership(row, FurtherColumns.FIRST, baseUri));
        return rows.find(type, table, organizationId, user, direct)
                .map(found -> new UserWithGroups(
                        found.resource(),
                        all(organizationId, found.further(), baseUri).getOrDefault(user, List.of())));
    }

    /// The groups of each user that is in any, directly and through other groups, in the order of their
    /// identifiers.
    public Map<UUID, List<ScimValue>> of(UUID organizationId, Collection<UUID> users, String baseUri) {
        var direct = direct(organizationId, users).within(SELECT, "");
        return all(organizationId, sql.query(direct, row -> membership(row, 1, baseUri)), baseUri);
    }

    private static SqlText direct(UUID organizationId, Collection<UUID> users) {
        return new SqlText(Members.withIds(DIRECT, users), values(organizationId, users));
    }

    private Map<UUID, List<ScimValue>> all(UUID organizationId, List<Membership> direct, String baseUri) {
        var groups = grouped(direct);
        var climbing = direct.stream()
                .filter(Membership::nested)
                .map(Membership::user)
                .distinct()
                .toList();
        if (!climbing.isEmpty()) {
            var values = values(organizationId, climbing);
            values.add(ResourceIds.bytes(organizationId));
            var all = new SqlText(Members.withIds(ALL, climbing), values);
            groups.putAll(grouped(sql.query(all, row -> membership(row, 1, baseUri))));
        }
        return groups;
    }

    private static Membership membership(ResultSet row, int first, String baseUri) throws SQLException {
        var user = ResourceIds.fromBytes(row.getBytes(first));
        var id = ResourceIds.fromBytes(row.getBytes(first + 1)).toString();
        var group = Members.element(
                id, ReferencedType.GROUP.locations(baseUri) + id, row.getString(first + 2), row.getString(first + 3));
        return new Membership(user, id, group, row.getBoolean(first + 4));
    }

    // Sorting a few rows here costs less than it costs the database.
    private static Map<UUID, List<ScimValue>> grouped(List<Membership> memberships) {
        var grouped = new HashMap<UUID, List<ScimValue>>();
        memberships.stream()
                .sorted(Comparator.comparing(Membership::groupId))
                .forEach(found -> grouped.computeIfAbsent(found.user(), _ -> new ArrayList<>())
                        .add(found.group()));
        return grouped;
    }

    private static List<Object> values(UUID organizationId, Collection<UUID> ids) {
        var values = new ArrayList<Object>();
        values.add(ResourceIds.bytes(organizationId));
        ids.forEach(id -> values.add(ResourceIds.bytes(id)));
        return values;
    }
}
