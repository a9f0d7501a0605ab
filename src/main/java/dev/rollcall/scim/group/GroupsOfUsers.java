package dev.rollcall.scim.group;

import dev.rollcall.scim.persistence.ResourceIds;
import dev.rollcall.scim.persistence.Sql;
import dev.rollcall.scim.persistence.SqlText;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Reads `groups` of users, a page of them at a time. Most users are in no group that is itself in one, and for
/// them one plain look-up says everything; the way up through nested groups costs several times as much, so that
/// only those go it who have one. A row that names a group that is gone says nothing.
@ApplicationScoped
public class GroupsOfUsers {
    private static final String DIRECT =
            "SELECT m.member_id, m.group_id, 'direct', JSON_VALUE(g.document, '$.displayName'),"
                    + " EXISTS (SELECT 1 FROM group_member o WHERE o.organization_id = m.organization_id"
                    + " AND o.member_id = m.group_id) FROM group_member m JOIN scim_group g ON g.id = m.group_id"
                    + " WHERE m.organization_id = ? AND m.member_id IN (ids) ORDER BY m.member_id, m.group_id";

    // A group that can be reached over several paths is there once, as a direct one if it is that as well.
    private static final String ALL =
            "WITH RECURSIVE up (member_id, group_id, direct) AS (SELECT m.member_id, m.group_id, 1 FROM group_member m"
                    + " JOIN scim_group l ON l.id = m.group_id WHERE m.organization_id = ? AND m.member_id IN (ids)"
                    + " UNION SELECT up.member_id, m.group_id, 0 FROM up JOIN group_member m ON m.organization_id = ? AND m.member_id = up.group_id"
                    + " JOIN scim_group l ON l.id = m.group_id)"
                    + " SELECT up.member_id, up.group_id, IF(MAX(up.direct), 'direct', 'indirect'),"
                    + " JSON_VALUE(g.document, '$.displayName') FROM up JOIN scim_group g ON g.id = up.group_id"
                    + " GROUP BY up.member_id, up.group_id ORDER BY up.member_id, up.group_id";

    private final Sql sql;

    GroupsOfUsers(Sql sql) {
        this.sql = sql;
    }

    private record Membership(UUID user, ScimValue group, boolean nested) {}

    /// The groups of each user that is in any, directly and through other groups, in the order of their
    /// identifiers.
    public Map<UUID, List<ScimValue>> of(UUID organizationId, Collection<UUID> users, String baseUri) {
        var organization = ResourceIds.bytes(organizationId);
        var direct = new SqlText(LongMembers.withIds(DIRECT, users), values(organization, users));
        var found = sql.query(direct, row -> membership(row, baseUri, row.getBoolean(5)));
        var groups = grouped(found);
        var climbing = found.stream()
                .filter(Membership::nested)
                .map(Membership::user)
                .distinct()
                .toList();
        if (!climbing.isEmpty()) {
            var values = values(organization, climbing);
            values.add(organization);
            var all = new SqlText(LongMembers.withIds(ALL, climbing), values);
            groups.putAll(grouped(sql.query(all, row -> membership(row, baseUri, false))));
        }
        return groups;
    }

    private static Membership membership(ResultSet row, String baseUri, boolean nested) throws SQLException {
        var id = ResourceIds.fromBytes(row.getBytes(2)).toString();
        var group = LongMembers.element(id, baseUri + "/Groups/" + id, row.getString(3), row.getString(4));
        return new Membership(ResourceIds.fromBytes(row.getBytes(1)), group, nested);
    }

    private static Map<UUID, List<ScimValue>> grouped(List<Membership> memberships) {
        var grouped = new HashMap<UUID, List<ScimValue>>();
        memberships.forEach(found ->
                grouped.computeIfAbsent(found.user(), _ -> new ArrayList<>()).add(found.group()));
        return grouped;
    }

    private static List<Object> values(byte[] organization, Collection<UUID> ids) {
        var values = new ArrayList<Object>();
        values.add(organization);
        ids.forEach(id -> values.add(ResourceIds.bytes(id)));
        return values;
    }
}
