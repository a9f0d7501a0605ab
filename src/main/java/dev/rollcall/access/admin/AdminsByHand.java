package dev.rollcall.access.admin;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import java.util.UUID;

/// Active members who have an admin role by hand, whatever groups give.
public final class AdminsByHand {
    private static final String FIRST = "SELECT STRAIGHT_JOIN h.member_id FROM role r JOIN member_grant h"
            + " ON h.organization_id = r.organization_id AND h.role_id = r.id"
            + " LEFT JOIN scim_user u ON u.id = h.member_id AND u.organization_id = h.organization_id"
            + " LEFT JOIN person p ON p.id = h.member_id AND p.organization_id = h.organization_id"
            + " WHERE r.organization_id = ? AND r.admin"
            + " AND IF(u.id IS NULL, p.state = 'ACTIVE', u.active IS NOT FALSE) LIMIT 1";

    private AdminsByHand() {}

    /// The query for the id of the first that is met.
    public static SqlText first(UUID organizationId) {
        return SqlText.of(FIRST, (Object) ResourceIds.bytes(organizationId));
    }
}
