package dev.rollcall.access.grant;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import java.util.UUID;

/// Whether anybody administers an organization: is active, and has an admin role in the end.
public final class Admins {
    private static final String BY_HAND = "SELECT STRAIGHT_JOIN 1 FROM role r JOIN member_grant h"
            + " ON h.organization_id = r.organization_id AND h.role_id = r.id"
            + " LEFT JOIN scim_user u ON u.id = h.member_id AND u.organization_id = r.organization_id"
            + " LEFT JOIN person n ON n.id = h.member_id AND n.organization_id = r.organization_id"
            + " WHERE r.organization_id = ? AND r.admin AND IF(u.id IS NULL, n.state = 'ACTIVE', u.active IS NOT FALSE) LIMIT 1";

    private static final String BY_GROUP = " SELECT STRAIGHT_JOIN 1 FROM reach r JOIN group_member m FORCE INDEX"
            + " (group_member_nested) ON m.organization_id = :o AND m.member_type = 'User' AND m.group_id = r.inner_id"
            + " JOIN scim_user u FORCE INDEX (scim_user_page) ON u.organization_id = :o AND u.id = m.member_id"
            + " AND (u.active IS NULL OR u.active) LIMIT 1";

    private Admins() {}

    /// Whether somebody does, and nobody would after a change of mappings.
    public static boolean wouldGo(Sql.Snapshot database, UUID organizationId, MappingChange change) {
        var byHand = SqlText.of(BY_HAND, (Object) ResourceIds.bytes(organizationId));
        return !change.remove().isEmpty()
                && database.query(byHand, row -> row.getInt(1)).isEmpty()
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
