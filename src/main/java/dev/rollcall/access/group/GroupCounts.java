package dev.rollcall.access.group;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Counts who is in groups: for a page of groups one statement, and another one where groups are in them. No count goes
/// further than {@link #MOST}.
@ApplicationScoped
class GroupCounts {
    /// How far is counted.
    static final int MOST = 10_000;

    private static final String DIRECT = "(SELECT ? AS i, COUNT(*), IFNULL(SUM(c.member_type = 'Group'), 0) FROM"
            + " (SELECT m.member_type FROM group_member m WHERE m.organization_id = ? AND m.group_id = ? LIMIT "
            + (MOST + 1) + ") c)";

    private static final String NESTED = "(SELECT ? AS i, COUNT(*), 0 FROM (SELECT DISTINCT m.member_id FROM"
            + " (WITH RECURSIVE below (id) AS (SELECT CAST(? AS BINARY(16)) UNION SELECT n.member_id FROM below"
            + " JOIN group_member n ON n.organization_id = ? AND n.group_id = below.id AND n.member_type = 'Group')"
            + " SELECT id FROM below) b STRAIGHT_JOIN group_member m ON m.organization_id = ? AND m.group_id = b.id"
            + " AND m.member_type = 'User' LIMIT " + (MOST + 1) + ") c)";

    private final Sql sql;

    GroupCounts(Sql sql) {
        this.sql = sql;
    }

    /// Those of one group.
    record Counts(Headcount members, Headcount people) {}

    /// @param groups how many there are and how many of these are groups
    private record Row(int group, int all, int groups) {}

    /// Of each of the groups.
    Map<UUID, Counts> of(UUID organizationId, List<UUID> groups) {
        var counts = new HashMap<UUID, Counts>();
        var organization = ResourceIds.bytes(organizationId);
        var direct = rows(groups, i -> SqlText.of(DIRECT, i, organization, ResourceIds.bytes(groups.get(i))));
        direct.forEach(row -> counts.put(
                groups.get(row.group()),
                new Counts(headcount(row.all()), new Headcount(row.all() - row.groups(), false))));
        var nested = direct.stream()
                .filter(row -> row.groups() > 0 && row.all() <= MOST)
                .map(row -> groups.get(row.group()))
                .toList();
        var people = rows(nested, i -> {
            var group = ResourceIds.bytes(nested.get(i));
            return SqlText.of(NESTED, i, group, organization, organization);
        });
        people.forEach(row -> counts.computeIfPresent(
                nested.get(row.group()), (_, known) -> new Counts(known.members(), headcount(row.all()))));
        direct.stream()
                .filter(row -> row.all() > MOST)
                .forEach(row -> counts.computeIfPresent(
                        groups.get(row.group()),
                        (_, known) -> new Counts(
                                known.members(),
                                new Headcount(Math.min(MOST, known.people().count()), true))));
        return counts;
    }

    private List<Row> rows(List<UUID> groups, IntFunction<SqlText> piece) {
        if (groups.isEmpty()) {
            return List.of();
        }
        var pieces = IntStream.range(0, groups.size()).mapToObj(piece).toList();
        var all = new SqlText(
                pieces.stream().map(SqlText::sql).collect(Collectors.joining(" UNION ALL ")),
                pieces.stream().flatMap(one -> one.values().stream()).toList());
        return sql.query(all, row -> new Row(row.getInt(1), row.getInt(2), row.getInt(3)));
    }

    private static Headcount headcount(int counted) {
        return new Headcount(Math.min(MOST, counted), counted > MOST);
    }
}
