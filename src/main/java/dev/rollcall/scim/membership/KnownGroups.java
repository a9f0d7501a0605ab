package dev.rollcall.scim.membership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What groups are called and which they are in, as this replica remembers it. It is true as long as the epoch of the
/// organization is the same ({@link GroupEpochs}), which whoever asks has read together with the memberships.
@ApplicationScoped
class KnownGroups {
    /// The epoch of the organization of a row, in SQL, with the place for its alias.
    static final String EPOCH =
            "(SELECT BIT_XOR(e.epoch) FROM group_epoch e WHERE e.organization_id = %s.organization_id)";

    // Of all organizations together.
    private static final int MOST = 10_000;

    // What a replica of a version before this one changes is seen then.
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    // Each group with itself and all that can be reached from it. Those that are gone are not there.
    private static final String SELECT = "WITH RECURSIVE up (start, group_id) AS (SELECT g.id, g.id FROM scim_group g"
            + " WHERE g.organization_id = ? AND g.id IN (ids)"
            + " UNION SELECT up.start, m.group_id FROM up JOIN group_member m ON m.organization_id = ?"
            + " AND m.member_id = up.group_id JOIN scim_group l ON l.id = m.group_id) SELECT up.start, g.id, JSON_VALUE(g.document, '$.displayName'),"
            + " " + EPOCH.formatted("g")
            + " FROM up JOIN scim_group g ON g.id = up.group_id";

    private final Sql sql;
    private final Cache<Key, Known> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            // A native executable lacks the classes of caches that do not expire.
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    KnownGroups(Sql sql) {
        this.sql = sql;
    }

    private record Key(UUID organizationId, UUID id) {}

    /// A group that is there.
    record Group(UUID id, String displayName) {}

    /// A group, and all groups that it is in somehow.
    record Known(long epoch, Group group, List<Group> outer) {}

    private record Row(UUID start, Group reached, long epoch) {}

    /// The groups of these that are there, by their identifiers: as they were at this epoch, or later.
    Map<UUID, Known> of(UUID organizationId, long epoch, Collection<UUID> ids) {
        var found = new HashMap<UUID, Known>();
        var missing = new ArrayList<UUID>();
        for (var id : ids) {
            var remembered = known.getIfPresent(new Key(organizationId, id));
            if (remembered != null && remembered.epoch() == epoch) {
                found.put(id, remembered);
            } else {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            read(organizationId, missing).forEach(group -> {
                found.put(group.group().id(), group);
                known.put(new Key(organizationId, group.group().id()), group);
            });
        }
        return found;
    }

    private List<Known> read(UUID organizationId, List<UUID> ids) {
        var organization = ResourceIds.bytes(organizationId);
        var rows = sql.query(
                Members.withIds(SqlText.of(SELECT, organization), ids)
                        .within("", "", organization)
                        .prepared(),
                KnownGroups::row);
        var groups = new HashMap<UUID, Group>();
        var outer = new HashMap<UUID, List<Group>>();
        for (var row : rows) {
            if (row.start().equals(row.reached().id())) {
                groups.put(row.start(), row.reached());
            } else {
                outer.computeIfAbsent(row.start(), _ -> new ArrayList<>()).add(row.reached());
            }
        }
        return groups.values().stream()
                .map(group -> new Known(
                        rows.getFirst().epoch(), group, List.copyOf(outer.getOrDefault(group.id(), List.of()))))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                ResourceIds.fromBytes(row.getBytes(1)),
                new Group(ResourceIds.fromBytes(row.getBytes(2)), row.getString(3)),
                row.getLong(4));
    }
}
