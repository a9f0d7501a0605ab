package dev.rollcall.resilience;

import dev.rollcall.scim.conformance.Database;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What resources are, each in one text that tells its states apart.
public final class States {
    private States() {}

    /// Of a user.
    public static String user(int title, String address) {
        return title + " " + address;
    }

    /// Of a group with these members, each named once.
    public static String group(String displayName, List<String> members) {
        var sorted = members.stream().sorted().toList();
        return displayName + ", " + members.size() + " members " + Integer.toHexString(sorted.hashCode());
    }

    /// Of all users of an organization whose names begin so, by userName.
    public static Map<String, String> users(Database database, UUID organization, String prefix) {
        return database
                .rows(
                        "SELECT user_name, CONCAT(JSON_VALUE(document, '$.title'), ' ',"
                                + " JSON_VALUE(document, '$.emails[0].value')) FROM scim_user"
                                + " WHERE organization_id = ? AND user_name LIKE ?",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        organization,
                        prefix + "%")
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Of these groups of an organization, by identifier.
    public static Map<String, String> groups(Database database, UUID organization, List<String> ids) {
        var states = new HashMap<String, String>();
        for (var id : ids) {
            var members = database.rows(
                    "SELECT member_id FROM group_member WHERE organization_id = ? AND group_id = ?",
                    row -> uuid(row.getBytes(1)).toString(),
                    organization,
                    UUID.fromString(id));
            var name = database.rows(
                            "SELECT JSON_VALUE(document, '$.displayName') FROM scim_group WHERE id = ?",
                            row -> row.getString(1),
                            UUID.fromString(id))
                    .getFirst();
            states.put(id, group(name, members));
        }
        return states;
    }

    private static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
