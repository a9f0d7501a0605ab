package dev.rollcall.access.grant;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import java.util.List;
import java.util.UUID;

/// The tables that every statement about grants begins with, as a `WITH` that another table or the query follows:
///
/// - `people (id, provisioned, fallback)`: who of the population is active, and the number of the default;
/// - `given (group_id, mapping_id, mapped_id, scope_id, role_id, was, will)`: what being directly in a group gives;
/// - `held (member_id, fallback, scope_id, role_id, was, will, kind, source_id, mapped_id, through_id)`: by hand (`H`),
///   by group (`G`), and as the default (`D`), each as it was before a change of mappings and will be after it.
///
/// What does not depend on the population's size is computed once. Indexes are named and joins keep their order where
/// the
/// planner, which knows no table of a `WITH`, would rather read the organization.
final class GrantSql {
    /// MariaDB computes a recursive table once, however often it is named, and another one each time.
    private static final String ONCE = " UNION SELECT id, provisioned, fallback FROM people WHERE FALSE)";

    private static final String NO_ID = "CAST(NULL AS BINARY(16))";

    private static final String USERS = " STRAIGHT_JOIN scim_user u FORCE INDEX (scim_user_page)"
            + " ON u.organization_id = :o AND u.id = %s AND (u.active IS NULL OR u.active)";

    static final String LIVE_GROUP = " STRAIGHT_JOIN scim_group s ON s.organization_id = :o AND s.id = ";

    private static final String DOWN = " STRAIGHT_JOIN group_member m FORCE INDEX (group_member_nested)"
            + " ON m.organization_id = :o AND m.member_type = 'Group' AND m.group_id = r.inner_id"
            + LIVE_GROUP + "m.member_id";

    private final UUID organizationId;
    private final Population population;
    private final MappingChange change;
    private final Defaults defaults;
    private final boolean reasons;

    private GrantSql(
            UUID organizationId, Population population, MappingChange change, Defaults defaults, boolean reasons) {
        this.organizationId = organizationId;
        this.population = population;
        this.change = change;
        this.defaults = defaults;
        this.reasons = reasons;
    }

    /// The tables, with the reason of whatever is held.
    static SqlText withReasons(UUID organizationId, Population population, MappingChange change, Defaults defaults) {
        return new GrantSql(organizationId, population, change, defaults, true).tables();
    }

    /// The tables for a population of any size: `held` ends with `will`, and leaves the defaults to the query.
    static SqlText withoutReasons(UUID organizationId, Population population, MappingChange change, Defaults defaults) {
        return new GrantSql(organizationId, population, change, defaults, false).tables();
    }

    private SqlText tables() {
        var statement = new Statement(organizationId);
        mappings(statement.add("WITH RECURSIVE "), change);
        switch (population) {
            case Population.Listed(var ids) -> {
                listed(statement, ids);
                climbing(statement);
            }
            case Population.Within(var groups) -> {
                within(statement, groups);
                descending(statement, "TRUE");
            }
        }
        statement.add(
                ", given AS (SELECT r.inner_id AS group_id, v.id AS mapping_id, v.group_id AS mapped_id, v.scope_id,"
                        + " v.role_id, MAX(v.was) AS was, MAX(v.will) AS will FROM reach r JOIN mapping v ON v.group_id ="
                        + " r.outer_id GROUP BY r.inner_id, v.id, v.group_id, v.scope_id, v.role_id)");
        held(statement);
        return statement.toText();
    }

    /// `mapping (id, group_id, scope_id, role_id, was, will)`.
    static void mappings(Statement statement, MappingChange change) {
        statement.add("mapping AS (SELECT id, group_id, scope_id, role_id, 1 AS was, ");
        if (change.remove().isEmpty()) {
            statement.add("1");
        } else {
            statement.add("id NOT IN (").ids("?", change.remove()).add(")");
        }
        statement.add(" AS will FROM group_mapping WHERE organization_id = :o");
        for (var added : change.add()) {
            statement.add(SqlText.of(
                    " UNION ALL SELECT CAST(NULL AS BINARY(16)), "
                            + String.join(", ", Statement.ID, Statement.ID, Statement.ID) + ", 0, 1",
                    ResourceIds.bytes(added.groupId()),
                    ResourceIds.bytes(added.scopeId()),
                    ResourceIds.bytes(added.roleId())));
        }
        statement.add(")");
    }

    private void listed(Statement statement, List<UUID> ids) {
        statement
                .add(", listed (id) AS (VALUES ")
                .ids("(" + Statement.ID + ")", ids)
                .add("), people (id, provisioned, fallback) AS (SELECT u.id, 1, ")
                .add(defaults.ofUser())
                .add(" FROM listed l" + USERS.formatted("l.id") + " UNION SELECT n.id, 0, ")
                .add(defaults.ofPerson())
                .add(" FROM listed l STRAIGHT_JOIN person n ON n.organization_id = :o AND n.id = l.id AND n.state ="
                        + " 'ACTIVE'" + ONCE);
    }

    private void within(Statement statement, List<UUID> groups) {
        statement
                .add(", inside (inner_id) AS (SELECT g.id FROM scim_group g WHERE g.organization_id = :o AND g.id IN (")
                .ids("?", groups)
                .add(") UNION SELECT m.member_id FROM inside r" + DOWN)
                .add("), people (id, provisioned, fallback) AS (SELECT u.id, 1, ")
                .add(defaults.ofUser())
                .add(" FROM inside r STRAIGHT_JOIN group_member m FORCE INDEX (group_member_nested)"
                        + " ON m.organization_id = :o AND m.member_type = 'User' AND m.group_id = r.inner_id"
                        + USERS.formatted("m.member_id") + ONCE);
    }

    /// `reach (outer_id, inner_id)` from the groups that the people are in, up to those that may be mapped.
    private static void climbing(Statement statement) {
        var up = " FORCE INDEX (group_member_member) ON m.organization_id = :o AND m.member_id = ";
        statement.add(", reach (outer_id, inner_id) AS (SELECT s.id, s.id FROM people p STRAIGHT_JOIN group_member m"
                + up
                + "p.id" + LIVE_GROUP + "m.group_id WHERE p.provisioned UNION SELECT s.id, r.inner_id FROM reach r"
                + " STRAIGHT_JOIN group_member m" + up + "r.outer_id" + LIVE_GROUP + "m.group_id)");
    }

    /// `reach (outer_id, inner_id)` from the groups that are mapped down to all within them.
    static void descending(Statement statement, String condition) {
        statement.add(", reach (outer_id, inner_id) AS (SELECT v.group_id, v.group_id FROM mapping v" + LIVE_GROUP
                + "v.group_id WHERE " + condition
                + " UNION SELECT r.outer_id, m.member_id FROM reach r" + DOWN + ")");
    }

    private void held(Statement statement) {
        var byHand = reasons
                ? ", 'H' AS kind, h.id AS source_id, " + NO_ID + " AS mapped_id, " + NO_ID + " AS through_id"
                : "";
        var byGroup = reasons ? ", 'G', v.mapping_id, v.mapped_id, v.group_id" : "";
        statement.add(
                ", held AS (SELECT p.id AS member_id, p.fallback, h.scope_id, h.role_id, 1 AS was, 1 AS will" + byHand
                        + " FROM people p STRAIGHT_JOIN member_grant h ON h.organization_id = :o AND h.member_id = p.id"
                        + " UNION ALL SELECT p.id, p.fallback, v.scope_id, v.role_id, v.was, v.will" + byGroup
                        + " FROM people p STRAIGHT_JOIN group_member m FORCE INDEX (group_member_member)"
                        + " ON m.organization_id = :o AND m.member_id = p.id STRAIGHT_JOIN given v ON v.group_id = m.group_id"
                        + " WHERE p.provisioned");
        if (reasons && !defaults.isEmpty()) {
            statement
                    .add(
                            " UNION ALL SELECT p.id, p.fallback, d.team_id, d.role_id, 1, 1, 'D', NULL, NULL, NULL FROM people p"
                                    + " JOIN (")
                    .add(defaults.table())
                    .add(") d ON d.n = p.fallback");
        }
        statement.add(")");
    }
}
