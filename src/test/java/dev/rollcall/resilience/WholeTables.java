package dev.rollcall.resilience;

import dev.rollcall.scim.conformance.Database;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Looks into the tables of an organization for anything half written: rows that contradict each other. E-mail
/// addresses of the tests are in lower case and hold no wildcards.
public final class WholeTables {
    private static final List<String> RESOURCES = List.of("scim_user", "scim_group");
    private static final Map<String, String> BELONGING = Map.of(
            "resource_value", "resource_id",
            "unique_value", "resource_id",
            "secret_value", "resource_id");
    private static final Map<String, String> CHECKS = checks();

    private WholeTables() {}

    /// What contradicts itself, in words with the number of rows; nothing where all is whole.
    ///
    /// @param memberships false where members may be rows of what is gone: a cluster does not lock across nodes,
    /// and such rows are no memberships
    public static List<String> contradictions(Database database, UUID organization, boolean memberships) {
        var checks = new LinkedHashMap<>(CHECKS);
        if (memberships) {
            checks.put("member of a group that is gone", orphans("group_member", "group_id"));
            checks.put("member that is gone", orphans("group_member", "member_id"));
        }
        var found = new ArrayList<String>();
        checks.forEach((name, sql) -> {
            var times = sql.split("\\?", -1).length - 1;
            var count = database.rows(
                            sql,
                            row -> row.getLong(1),
                            Collections.nCopies(times, organization).toArray())
                    .getFirst();
            if (count > 0) {
                found.add(count + " × " + name);
            }
        });
        return found;
    }

    private static Map<String, String> checks() {
        var checks = new LinkedHashMap<String, String>();
        for (var table : RESOURCES) {
            checks.put(
                    table + " with other versions than its events",
                    "SELECT COUNT(*) FROM " + table + " r LEFT JOIN (SELECT resource_id, COUNT(DISTINCT version) n,"
                            + " MAX(version) latest FROM provisioning_event WHERE organization_id = ?"
                            + " GROUP BY resource_id) e ON e.resource_id = r.id WHERE r.organization_id = ?"
                            + " AND (e.n IS NULL OR e.n <> r.version OR e.latest <> r.version)");
            checks.put(
                    table + " with an event of its deletion",
                    "SELECT COUNT(*) FROM " + table + " r JOIN provisioning_event e"
                            + " ON e.organization_id = r.organization_id AND e.resource_id = r.id"
                            + " AND e.kind = 'deleted' WHERE r.organization_id = ?");
        }
        checks.put(
                "resource that is gone without an event of it",
                "SELECT COUNT(*) FROM provisioning_event t WHERE t.organization_id = ? AND t.kind = 'created' AND "
                        + missing("resource_id") + " AND NOT EXISTS (SELECT 1 FROM provisioning_event d WHERE"
                        + " d.organization_id = t.organization_id AND d.resource_id = t.resource_id"
                        + " AND d.kind = 'deleted')");
        BELONGING.forEach((table, column) -> checks.put(table + " of what is gone", orphans(table, column)));
        checks.put(
                "user whose addresses are not those that are searched",
                "SELECT COUNT(*) FROM scim_user u WHERE u.organization_id = ?"
                        + " AND COALESCE(JSON_LENGTH(u.document, '$.emails'), 0) <> (SELECT COUNT(*)"
                        + " FROM resource_value v WHERE v.organization_id = u.organization_id AND v.resource_id = u.id"
                        + " AND v.attribute = 'emails.value'"
                        + " AND JSON_SEARCH(u.document, 'one', v.value_key, NULL, '$.emails[*].value') IS NOT NULL)");
        checks.put(
                "user with another name in its document",
                "SELECT COUNT(*) FROM scim_user u WHERE u.organization_id = ?"
                        + " AND JSON_VALUE(u.document, '$.userName') <> u.user_name");
        checks.put("number of users that is not the kept one", uncounted("scim_user", "User"));
        checks.put("number of groups that is not the kept one", uncounted("scim_group", "Group"));
        checks.put(
                "number of active users that is not the kept one",
                "SELECT ABS((SELECT COUNT(*) FROM scim_user WHERE organization_id = ? AND active)"
                        + " - (SELECT COALESCE(SUM(active), 0) FROM resource_total"
                        + " WHERE organization_id = ? AND resource_type = 'User'))");
        return Collections.unmodifiableMap(checks);
    }

    private static String uncounted(String table, String type) {
        return "SELECT ABS((SELECT COUNT(*) FROM " + table + " WHERE organization_id = ?) - (SELECT"
                + " COALESCE(SUM(resources), 0) FROM resource_total WHERE organization_id = ? AND resource_type = '"
                + type + "'))";
    }

    private static String orphans(String table, String column) {
        return "SELECT COUNT(*) FROM " + table + " t WHERE t.organization_id = ? AND " + missing(column);
    }

    private static String missing(String column) {
        return String.join(
                " AND ",
                Stream.concat(RESOURCES.stream(), Stream.of("scim_resource"))
                        .map(table -> "NOT EXISTS (SELECT 1 FROM " + table + " r WHERE r.id = t." + column
                                + " AND r.organization_id = t.organization_id)")
                        .toList());
    }
}
