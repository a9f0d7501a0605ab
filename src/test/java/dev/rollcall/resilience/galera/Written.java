package dev.rollcall.resilience.galera;

import dev.rollcall.scim.conformance.Database;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What the writers' resources are, by their names in the ledger: a user its title; a group of a bulk request
/// whether it has all its members; a membership and an entitlement that it is there.
final class Written {
    /// How many members each group of a bulk request has.
    static final int BULK_MEMBERS = 3;

    /// The state of such a group.
    static final String WHOLE = BULK_MEMBERS + " members";

    static final String THERE = "there";

    private Written() {}

    /// The membership of a user in the group of all writers.
    static String membership(String user) {
        return "member " + user;
    }

    /// The states of all resources, as the rows tell.
    static Map<String, String> states(Database database, UUID organization, Writer.Common common) {
        var states = new HashMap<String, String>();
        database.rows(
                "SELECT user_name, JSON_VALUE(document, '$.title') FROM scim_user WHERE organization_id = ?"
                        + " AND (user_name LIKE 'own-%' OR user_name LIKE 'bulk-%')",
                row -> states.put(row.getString(1), row.getString(2)), organization);
        database.rows(
                "SELECT JSON_VALUE(g.document, '$.displayName'), COUNT(u.id) FROM scim_group g"
                        + " LEFT JOIN group_member m ON m.organization_id = g.organization_id AND m.group_id = g.id"
                        + " LEFT JOIN scim_user u ON u.id = m.member_id"
                        + " WHERE g.organization_id = ? AND g.id <> ? GROUP BY g.id",
                row -> states.put(row.getString(1), row.getInt(2) + " members"),
                organization,
                UUID.fromString(common.group()));
        database.rows(
                "SELECT member_id FROM group_member WHERE organization_id = ? AND group_id = ?",
                row -> states.put(membership(uuid(row.getBytes(1)).toString()), THERE),
                organization,
                UUID.fromString(common.group()));
        database.rows(
                "SELECT e.value FROM scim_user u, JSON_TABLE(u.document, '$.entitlements[*]'"
                        + " COLUMNS (value VARCHAR(100) PATH '$.value')) e WHERE u.id = ?",
                row -> states.put(row.getString(1), THERE),
                UUID.fromString(common.user()));
        return states;
    }

    private static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
