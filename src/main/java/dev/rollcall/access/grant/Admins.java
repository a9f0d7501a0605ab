package dev.rollcall.access.grant;

import dev.rollcall.access.admin.AdminsByHand;
import dev.rollcall.sql.Sql;
import java.util.UUID;

/// Whether anybody administers an organization: is active, and has an admin role in the end.
public final class Admins {
    private static final String BY_GROUP = " SELECT STRAIGHT_JOIN 1 FROM reach r JOIN group_member m FORCE INDEX"
            + " (group_member_nested) ON m.organization_id = :o AND m.member_type = 'User' AND m.group_id = r.inner_id"
            + " JOIN scim_user u FORCE INDEX (scim_user_page) ON u.organization_id = :o AND u.id = m.member_id"
            + " AND (u.active IS NULL OR u.active) LIMIT 1";

    private Admins() {}

    /// Whether somebody does, and nobody would after a change of mappings.
    public static boolean wouldGo(Sql.Snapshot database, UUID organizationId, MappingChange change) {
        return !change.remove().isEmpty()
                && database.query(AdminsByHand.first(organizationId), row -> row.getBytes(1))
                        .isEmpty()
                && byGroup(database, organizationId, change, "v.was")
                && !byGroup(database, organizationId, change, "v.will");
    }

    private static boolean byGroup(Sql.Snapshot database, UUID organizationId, MappingChange change, String when) {
        var statement = new Statement(organizationId).add("WITH RECURSIVE ");
        GrantSql.mappings(statement, change);
        GrantSql.descending(
                statement,
                when
                        + " AND EXISTS (SELECT 1 FROM role a WHERE a.id = v.role_id AND a.organization_id = :o AND a.admin)");
        var query = statement.add(BY_GROUP).toText();
        return !database.query(query, row -> row.getInt(1)).isEmpty();
    }
}
