package dev.rollcall.resilience;

import static dev.rollcall.resilience.ScimClient.text;
import static dev.rollcall.resilience.ScimClient.user;

import dev.rollcall.scim.conformance.Database;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/// Users by the thousand, to be members. One is created as a client does, the others are copied from its row.
public final class Seed {
    private Seed() {}

    /// The identifiers of as many users, whose names begin with the prefix.
    public static List<String> users(
            Database database, UUID organization, ScimClient client, String prefix, int count) {
        var template = prefix + "-0";
        var answer = client.post("/Users", user(template, ""));
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        var id = UUID.fromString(text(answer, "body/id"));
        database.update(
                """
                INSERT INTO scim_user (id, organization_id, user_name, user_name_key, external_id, display_name_key,
                    active, password_hash, created, last_modified, version, document, search_document)
                SELECT UNHEX(REPLACE(UUID(), '-', '')), u.organization_id, CONCAT(?, s.seq), CONCAT(?, s.seq),
                    u.external_id, u.display_name_key, u.active, u.password_hash, u.created, u.last_modified, u.version,
                    REPLACE(u.document, ?, CONCAT(?, s.seq)), REPLACE(u.search_document, ?, CONCAT(?, s.seq))
                FROM scim_user u JOIN seq_1_to_%d s WHERE u.id = ?""".formatted(count - 1),
                prefix + "-",
                prefix + "-",
                template,
                prefix + "-",
                template,
                prefix + "-",
                id);
        database.update("""
                INSERT INTO provisioning_event (id, organization_id, resource_type, resource_id, kind, version, occurred)
                SELECT UNHEX(REPLACE(UUID(), '-', '')), u.organization_id, 'User', u.id, 'created', 1, u.created
                FROM scim_user u WHERE u.organization_id = ? AND u.user_name LIKE ? AND u.id <> ?""", organization, prefix + "-%", id);
        return database.rows(
                "SELECT id FROM scim_user WHERE organization_id = ? AND user_name LIKE ?",
                row -> uuid(row.getBytes(1)).toString(),
                organization,
                prefix + "-%");
    }

    private static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
