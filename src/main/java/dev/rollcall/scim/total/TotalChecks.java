package dev.rollcall.scim.total;

import dev.rollcall.scim.total.TotalCheck.Numbers;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Compares what is kept with the rows, and makes it right. Nobody waits for either: rows and slots are read by one
/// statement, which sees both at one moment and locks nothing, and the difference stays what it is whatever is
/// written meanwhile.
@ApplicationScoped
public class TotalChecks {
    /// No connection has this slot.
    private static final int CORRECTIONS = 65_535;

    private static final String COMPARISON = """
            SELECT c.resource_type, SUM(c.resources), SUM(c.active), SUM(c.inactive),
                SUM(c.kept_resources), SUM(c.kept_active), SUM(c.kept_inactive) FROM (
                SELECT 'User' AS resource_type, COUNT(*) AS resources, COALESCE(SUM(active <=> TRUE), 0) AS active,
                    COALESCE(SUM(active <=> FALSE), 0) AS inactive,
                    0 AS kept_resources, 0 AS kept_active, 0 AS kept_inactive
                FROM scim_user FORCE INDEX (scim_user_active) WHERE organization_id = ?
                UNION ALL
                SELECT 'Group', COUNT(*), 0, 0, 0, 0, 0 FROM scim_group FORCE INDEX (scim_group_page)
                WHERE organization_id = ?
                UNION ALL
                SELECT resource_type, COUNT(*), 0, 0, 0, 0, 0 FROM scim_resource FORCE INDEX (scim_resource_page)
                WHERE organization_id = ? GROUP BY resource_type
                UNION ALL
                SELECT resource_type, 0, 0, 0, SUM(resources), SUM(active), SUM(inactive) FROM resource_total
                WHERE organization_id = ? AND resource_type <> '' GROUP BY resource_type) c
            GROUP BY c.resource_type ORDER BY c.resource_type""";

    private final Sql sql;
    private final Transactions transactions;

    TotalChecks(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /// What is kept of an organization beside its rows, by type.
    public List<TotalCheck> compare(UUID organizationId) {
        var id = ResourceIds.bytes(organizationId);
        return sql.query(SqlText.of(COMPARISON, id, id, id, id), row -> check(organizationId, row));
    }

    private static TotalCheck check(UUID organizationId, ResultSet row) throws SQLException {
        return new TotalCheck(
                organizationId,
                row.getString(1),
                new Numbers(row.getLong(2), row.getLong(3), row.getLong(4)),
                new Numbers(row.getLong(5), row.getLong(6), row.getLong(7)));
    }

    /// Makes what is kept of an organization right.
    ///
    /// @return what it was before
    public List<TotalCheck> correct(UUID organizationId) {
        return transactions.write(() -> {
            // One correction at a time: two would both add the difference.
            hold(organizationId);
            var checks = compare(organizationId);
            checks.stream().filter(check -> !check.isRight()).forEach(this::add);
            return checks;
        });
    }

    private void hold(UUID organizationId) {
        sql.update(SqlText.of(
                "INSERT INTO resource_total (organization_id, resource_type, slot, resources, active, inactive)"
                        + " VALUES (?, '', 0, 0, 0, 0) ON DUPLICATE KEY UPDATE resources = 0",
                (Object) ResourceIds.bytes(organizationId)));
    }

    private void add(TotalCheck check) {
        var missing = check.rows().minus(check.kept());
        sql.update(SqlText.of(
                "INSERT INTO resource_total (organization_id, resource_type, slot, resources, active, inactive)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE resources = resources + VALUES(resources),"
                        + " active = active + VALUES(active), inactive = inactive + VALUES(inactive)",
                ResourceIds.bytes(check.organizationId()),
                check.resourceType(),
                CORRECTIONS,
                missing.resources(),
                missing.active(),
                missing.inactive()));
    }
}
