package dev.rollcall.access.group;

import dev.rollcall.access.mapping.Mappings;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The groups that identity providers have pushed, and what they give. A page takes as many statements as one group.
@ApplicationScoped
public class IdpGroups {
    private static final GroupCounts.Counts NONE =
            new GroupCounts.Counts(new Headcount(0, false), new Headcount(0, false));

    private final Sql sql;
    private final GroupCounts counts;
    private final Mappings mappings;

    IdpGroups(Sql sql, GroupCounts counts, Mappings mappings) {
        this.sql = sql;
        this.counts = counts;
        this.mappings = mappings;
    }

    private record Row(UUID id, String name, @Nullable String nameKey, Instant lastPush) {}

    /// The next so many of the organization, by name.
    ///
    /// @param after the one behind which they begin; null at the beginning
    public List<IdpGroup> page(UUID organizationId, GroupFilter filter, @Nullable GroupPosition after, int limit) {
        var query = new GroupQuery(organizationId, filter);
        var rows = new ArrayList<Row>();
        var isAmongNamed = after == null || after.nameKey() != null;
        if (isAmongNamed) {
            rows.addAll(rows(query.named(after, limit)));
        }
        if (rows.size() < limit && filter.search() == null) {
            rows.addAll(rows(query.unnamed(after == null || isAmongNamed ? null : after.id(), limit - rows.size())));
        }
        return whole(organizationId, rows);
    }

    /// The one with this id in the organization.
    ///
    /// @throws RefusedException if there is no such group in the organization
    public IdpGroup required(UUID organizationId, UUID id) {
        return whole(organizationId, rows(GroupQuery.one(organizationId, id))).stream()
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("The organization has no group " + id + "."));
    }

    private List<Row> rows(SqlText query) {
        return sql.query(query, IdpGroups::row);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                ResourceIds.fromBytes(row.getBytes(1)),
                String.valueOf(row.getString(2)),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)));
    }

    private List<IdpGroup> whole(UUID organizationId, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(Row::id).toList();
        var counted = counts.of(organizationId, ids);
        var given = mappings.of(organizationId, ids).stream()
                .collect(Collectors.groupingBy(mapping -> mapping.group().id()));
        return rows.stream()
                .map(row -> {
                    var people = counted.getOrDefault(row.id(), NONE);
                    return new IdpGroup(
                            row.id(),
                            row.name(),
                            row.nameKey(),
                            people.members(),
                            people.people(),
                            row.lastPush(),
                            given.getOrDefault(row.id(), List.of()));
                })
                .toList();
    }
}
