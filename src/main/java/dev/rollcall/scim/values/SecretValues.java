package dev.rollcall.scim.values;

import dev.rollcall.scim.schema.Mutability;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Keeps write-only values (RFC 7643 §7), as hashes and nowhere else. What a change neither sets nor takes away
/// stays.
@ApplicationScoped
class SecretValues {
    private final Sql sql;

    SecretValues(Sql sql) {
        this.sql = sql;
    }

    /// The write-only attributes of a type, but those that its store keeps itself.
    ///
    /// @param kept the names of the latter
    static List<ResolvedAttribute> attributes(ResourceType type, Collection<String> kept) {
        return type.attributes().stream()
                .filter(path -> path.attribute().mutability() == Mutability.WRITE_ONLY)
                .filter(path -> !kept.contains(path.toString()))
                .toList();
    }

    /// The attributes without the secret ones.
    static ScimValue.Complex without(List<ResolvedAttribute> secret, ScimValue.Complex attributes) {
        var visible = attributes;
        for (var path : secret) {
            if (visible.find(path) != null) {
                visible = visible.with(path, ScimValue.Null.NULL);
            }
        }
        return visible;
    }

    /// Keeps the secret values among `attributes`; within the transaction that writes the resource.
    ///
    /// @return whether one of them differs from what was kept
    boolean update(UUID organizationId, UUID resourceId, List<ResolvedAttribute> secret, ScimValue.Complex attributes) {
        var given = given(secret, attributes);
        if (given.isEmpty()) {
            return false;
        }
        var kept = kept(organizationId, resourceId);
        given.entrySet().removeIf(value -> {
            var hash = kept.get(value.getKey());
            return hash != null && SecretHash.matches(value.getValue(), hash);
        });
        given.forEach((attribute, value) -> sql.update(SqlText.of(
                "INSERT INTO secret_value (organization_id, resource_id, attribute, value_hash) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE value_hash = VALUES(value_hash)",
                ResourceIds.bytes(organizationId),
                ResourceIds.bytes(resourceId),
                attribute,
                SecretHash.of(value))));
        return !given.isEmpty();
    }

    /// Removes what is kept of one attribute of a resource.
    ///
    /// @return whether there was something
    boolean remove(UUID organizationId, UUID resourceId, ResolvedAttribute path) {
        return sql.update(SqlText.of(
                        "DELETE FROM secret_value WHERE organization_id = ? AND resource_id = ? AND attribute = ?",
                        ResourceIds.bytes(organizationId),
                        ResourceIds.bytes(resourceId),
                        path.toString()))
                > 0;
    }

    /// Removes what is kept of a resource.
    void remove(UUID organizationId, UUID resourceId) {
        sql.later(SqlText.of(
                "DELETE FROM secret_value WHERE organization_id = ? AND resource_id = ?",
                ResourceIds.bytes(organizationId),
                ResourceIds.bytes(resourceId)));
    }

    private static Map<String, String> given(List<ResolvedAttribute> secret, ScimValue.Complex attributes) {
        var given = new LinkedHashMap<String, String>();
        for (var path : secret) {
            if (attributes.find(path) instanceof ScimValue.Text(var text)) {
                given.put(path.toString(), text);
            }
        }
        return given;
    }

    private Map<String, String> kept(UUID organizationId, UUID resourceId) {
        var kept = new LinkedHashMap<String, String>();
        sql.query(
                        SqlText.of(
                                "SELECT attribute, value_hash FROM secret_value WHERE organization_id = ?"
                                        + " AND resource_id = ?",
                                ResourceIds.bytes(organizationId),
                                ResourceIds.bytes(resourceId)),
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }
}
