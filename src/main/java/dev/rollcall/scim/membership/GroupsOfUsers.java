package dev.rollcall.scim.membership;

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
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads `groups` of users, a page of them at a time. One plain look-up finds the groups that users are in and those
/// that these are in; the way further up costs several times as much, so that only those go it who have one. A row
/// that names a group that is gone says nothing.
@ApplicationScoped
public class GroupsOfUsers {
    /// Whether a user `r` is a member of anything, which an index says: there is nothing to be asked of who is not.
    public static final String IS_MEMBER = "EXISTS (SELECT 1 FROM group_member m"
            + " WHERE m.organization_id = r.organization_id AND m.member_id = r.id)";

    // The last column: whether the way goes further up.
    private static final String NEAR = "SELECT m.member_id, g.id, JSON_VALUE(g.document, '$.displayName'), h.id,"
            + " JSON_VALUE(h.document, '$.displayName'), h.id IS NOT NULL AND EXISTS"
            + " (SELECT 1 FROM group_member o WHERE o.organization_id = u.organization_id AND o.member_id = u.group_id)"
            + " FROM group_member m JOIN scim_group g ON g.id = m.group_id"
            + " LEFT JOIN group_member u ON u.organization_id = m.organization_id AND u.member_id = m.group_id"
            + " LEFT JOIN scim_group h ON h.id = u.group_id WHERE m.organization_id = ? AND m.member_id IN (ids)";

    // A group that can be reached over several paths is there once, as a direct one if it is that as well.
    private static final String ALL =
            "WITH RECURSIVE up (member_id, group_id, direct) AS (SELECT m.member_id, m.group_id, 1 FROM group_member m"
                    + " JOIN scim_group l ON l.id = m.group_id WHERE m.organization_id = ? AND m.member_id IN (ids)"
                    + " UNION SELECT up.member_id, m.group_id, 0 FROM up JOIN group_member m ON m.organization_id = ? AND m.member_id = up.group_id"
                    + " JOIN scim_group l ON l.id = m.group_id)"
                    + " SELECT up.member_id, up.group_id, MAX(up.direct), JSON_VALUE(g.document, '$.displayName')"
                    + " FROM up JOIN scim_group g ON g.id = up.group_id GROUP BY up.member_id, up.group_id";

    private final Sql sql;

    GroupsOfUsers(Sql sql) {
        this.sql = sql;
    }

    /// A group as a row names it.
    private record Group(UUID id, String displayName) {}

    /// A group that a user is in, one of those that it is in itself, and whether that is in another one.
    private record Way(UUID user, Group group, @Nullable Group outer, boolean goesOn) {}

    /// A group that a user is in somehow.
    private record Membership(UUID user, Group group, boolean direct) {}

    /// The groups of each user that is in any, directly and through other groups, in the order of their
    /// identifiers.
    public Map<UUID, List<ScimValue>> of(UUID organizationId, Collection<UUID> users, String baseUri) {
        var near = Members.withIds(SqlText.of(NEAR, ResourceIds.bytes(organizationId)), users)
                .prepared();
        return all(organizationId, sql.query(near, GroupsOfUsers::way), baseUri);
    }

    private Map<UUID, List<ScimValue>> all(UUID organizationId, List<Way> near, String baseUri) {
        var climbing = near.stream().filter(Way::goesOn).map(Way::user).collect(Collectors.toUnmodifiableSet());
        var memberships = new ArrayList<Membership>();
        for (var way : near) {
            if (!climbing.contains(way.user())) {
                memberships.add(new Membership(way.user(), way.group(), true));
                if (way.outer() != null) {
                    memberships.add(new Membership(way.user(), way.outer(), false));
                }
            }
        }
        if (!climbing.isEmpty()) {
            var organization = ResourceIds.bytes(organizationId);
            var all = Members.withIds(SqlText.of(ALL, organization), climbing).within("", "", organization);
            memberships.addAll(sql.query(all, GroupsOfUsers::membership));
        }
        return shown(memberships, baseUri);
    }

    private static Way way(ResultSet row) throws SQLException {
        var outer = row.getBytes(4);
        return new Way(
                ResourceIds.fromBytes(row.getBytes(1)),
                new Group(ResourceIds.fromBytes(row.getBytes(2)), row.getString(3)),
                outer == null ? null : new Group(ResourceIds.fromBytes(outer), row.getString(5)),
                row.getBoolean(6));
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                ResourceIds.fromBytes(row.getBytes(1)),
                new Group(ResourceIds.fromBytes(row.getBytes(2)), row.getString(4)),
                row.getBoolean(3));
    }

    // Sorting a few rows here costs less than it costs the database. A direct membership comes first, and is what
    // is left of several.
    private static Map<UUID, List<ScimValue>> shown(List<Membership> memberships, String baseUri) {
        var sorted = new HashMap<UUID, Map<String, ScimValue>>();
        memberships.stream()
                .sorted(Comparator.comparing(Membership::direct).reversed())
                .forEach(one -> {
                    var id = one.group().id().toString();
                    sorted.computeIfAbsent(one.user(), _ -> new TreeMap<>())
                            .putIfAbsent(
                                    id,
                                    Members.element(
                                            id,
                                            ReferencedType.GROUP.locations(baseUri) + id,
                                            one.direct() ? "direct" : "indirect",
                                            one.group().displayName()));
                });
        var shown = new HashMap<UUID, List<ScimValue>>();
        sorted.forEach((user, groups) -> shown.put(user, List.copyOf(groups.values())));
        return shown;
    }
}
