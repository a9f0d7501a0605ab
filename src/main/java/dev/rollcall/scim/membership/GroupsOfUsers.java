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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Reads `groups` of users, a page of them at a time: which groups they are in themselves is read each time, by an
/// index alone; what these are called, and which they are in, is mostly remembered. A row that names a group that is
/// gone says nothing.
@ApplicationScoped
public class GroupsOfUsers {
    /// The groups that a user `r` is in itself, and the epoch: two columns for {@link #direct}.
    public static final String DIRECT = "(SELECT GROUP_CONCAT(m.group_id SEPARATOR '') FROM group_member m"
            + " WHERE m.organization_id = r.organization_id AND m.member_id = r.id), "
            + KnownGroups.EPOCH.formatted("r");

    private static final String OF_PAGE = "SELECT m.member_id, m.group_id, " + KnownGroups.EPOCH.formatted("m")
            + " FROM group_member m WHERE m.organization_id = ? AND m.member_id IN (ids)";

    // The database concatenates no more than a mebibyte.
    private static final int MOST_BYTES = 1 << 20;

    private static final int ID_BYTES = 16;

    private final Sql sql;
    private final KnownGroups known;

    GroupsOfUsers(Sql sql, KnownGroups known) {
        this.sql = sql;
        this.known = known;
    }

    /// The groups that one user is in itself.
    ///
    /// @param isAll whether they are all
    public record Direct(List<UUID> ids, long epoch, boolean isAll) {}

    private record Membership(UUID user, UUID group, long epoch) {}

    /// Reads the columns {@link #DIRECT}, of which the first stands at `first`.
    public static Direct direct(ResultSet row, int first) throws SQLException {
        var bytes = row.getBytes(first);
        if (bytes == null) {
            return new Direct(List.of(), 0, true);
        }
        var ids = new ArrayList<UUID>(bytes.length / ID_BYTES);
        for (var at = 0; at + ID_BYTES <= bytes.length; at += ID_BYTES) {
            ids.add(ResourceIds.fromBytes(bytes, at));
        }
        return new Direct(ids, row.getLong(first + 1), bytes.length + ID_BYTES <= MOST_BYTES);
    }

    /// The groups of one user, directly and through other groups, in the order of their identifiers.
    public List<ScimValue> of(UUID organizationId, UUID user, Direct direct, String baseUri) {
        return direct.isAll()
                ? shown(direct.ids(), known.of(organizationId, direct.epoch(), direct.ids()), baseUri)
                : of(organizationId, List.of(user), baseUri).getOrDefault(user, List.of());
    }

    /// The groups of each user that is in any, directly and through other groups, in the order of their
    /// identifiers.
    public Map<UUID, List<ScimValue>> of(UUID organizationId, Collection<UUID> users, String baseUri) {
        var query = Members.withIds(SqlText.of(OF_PAGE, ResourceIds.bytes(organizationId)), users);
        var memberships = sql.query(query.prepared(), GroupsOfUsers::membership);
        if (memberships.isEmpty()) {
            return Map.of();
        }
        var ids = new HashSet<UUID>();
        var ofUsers = new HashMap<UUID, List<UUID>>();
        for (var one : memberships) {
            ids.add(one.group());
            ofUsers.computeIfAbsent(one.user(), _ -> new ArrayList<>()).add(one.group());
        }
        var groups = known.of(organizationId, memberships.getFirst().epoch(), ids);
        var shown = new HashMap<UUID, List<ScimValue>>();
        ofUsers.forEach((user, direct) -> shown.put(user, shown(direct, groups, baseUri)));
        return shown;
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                ResourceIds.fromBytes(row.getBytes(1)), ResourceIds.fromBytes(row.getBytes(2)), row.getLong(3));
    }

    // A group that can be reached over several paths is there once, as a direct one if it is that as well.
    private static List<ScimValue> shown(List<UUID> direct, Map<UUID, KnownGroups.Known> groups, String baseUri) {
        var sorted = new TreeMap<String, ScimValue>();
        for (var id : direct) {
            var group = groups.get(id);
            if (group != null) {
                put(sorted, group.group(), "direct", baseUri);
            }
        }
        for (var id : direct) {
            var group = groups.get(id);
            if (group != null) {
                group.outer().forEach(outer -> put(sorted, outer, "indirect", baseUri));
            }
        }
        return List.copyOf(sorted.values());
    }

    private static void put(Map<String, ScimValue> sorted, KnownGroups.Group group, String type, String baseUri) {
        var id = group.id().toString();
        if (!sorted.containsKey(id)) {
            sorted.put(
                    id, Members.element(id, ReferencedType.GROUP.locations(baseUri) + id, type, group.displayName()));
        }
    }
}
