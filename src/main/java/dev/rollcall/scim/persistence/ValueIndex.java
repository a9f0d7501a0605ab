package dev.rollcall.scim.persistence;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the value index in step with the resources, by difference: what did not change is not written.
@ApplicationScoped
public class ValueIndex {
    private static final int ROWS_IN_A_STATEMENT = 100;

    private static final String DELETE =
            "DELETE FROM resource_value WHERE organization_id = ? AND resource_id = ? AND attribute = ? AND element = ?";

    private final Sql sql;

    ValueIndex(Sql sql) {
        this.sql = sql;
    }

    private record Place(String attribute, int element) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place(var itsAttribute, var itsElement)
                    && attribute.equals(itsAttribute)
                    && element == itsElement;
        }

        @Override
        public int hashCode() {
            return attribute.hashCode() * 31 + element;
        }
    }

    /// Brings the rows of `resource` from what they are for `before` (null for a new resource) to what they are
    /// for `after`.
    public void update(
            UUID organizationId, AttributeBindings bindings, @Nullable ScimResource before, ScimResource after) {
        var old = before == null ? Map.<Place, String>of() : keys(bindings, before);
        var changed = keys(bindings, after);
        var organization = ResourceIds.bytes(organizationId);
        var resource = ResourceIds.bytes(UUID.fromString(after.id()));
        old.keySet().stream()
                .filter(place -> !changed.containsKey(place))
                .forEach(place ->
                        sql.later(SqlText.of(DELETE, organization, resource, place.attribute(), place.element())));
        var written = new ArrayList<List<Object>>();
        changed.forEach((place, key) -> {
            if (!key.equals(old.get(place))) {
                written.add(List.of(organization, resource, place.attribute(), place.element(), key));
            }
        });
        for (var from = 0; from < written.size(); from += ROWS_IN_A_STATEMENT) {
            sql.later(writing(written.subList(from, Math.min(from + ROWS_IN_A_STATEMENT, written.size()))));
        }
    }

    private static SqlText writing(List<List<Object>> rows) {
        return new SqlText(
                "INSERT INTO resource_value (organization_id, resource_id, attribute, element, value_key) VALUES "
                        + SqlText.rows(rows.size(), 5) + " ON DUPLICATE KEY UPDATE value_key = VALUES(value_key)",
                rows.stream().flatMap(List::stream).toList());
    }

    /// Removes the rows of a resource.
    public void remove(UUID organizationId, UUID resourceId) {
        sql.later(SqlText.of(
                "DELETE FROM resource_value WHERE organization_id = ? AND resource_id = ?",
                ResourceIds.bytes(organizationId),
                ResourceIds.bytes(resourceId)));
    }

    /// The resources that have an indexed attribute with this search key.
    public List<UUID> find(UUID organizationId, ResolvedAttribute attribute, String key) {
        var query = SqlText.of(
                "SELECT resource_id FROM resource_value WHERE organization_id = ? AND attribute = ? AND value_key = ?",
                ResourceIds.bytes(organizationId),
                attribute.toString(),
                key);
        return sql.query(query, row -> ResourceIds.fromBytes(row.getBytes(1)));
    }

    private static Map<Place, String> keys(AttributeBindings bindings, ScimResource resource) {
        var keys = new HashMap<Place, String>();
        for (var attribute : bindings.indexed()) {
            var elements = elements(resource.attributes().find(attribute.whole()));
            for (var i = 0; i < elements.size(); i++) {
                addKey(keys, attribute, i, elements.get(i));
            }
        }
        return keys;
    }

    private static List<ScimValue> elements(@Nullable ScimValue value) {
        return switch (value) {
            case null -> List.of();
            case ScimValue.MultiValued(var elements) -> elements;
            case ScimValue single -> List.of(single);
        };
    }

    private static void addKey(Map<Place, String> keys, ResolvedAttribute attribute, int element, ScimValue value) {
        var sub = attribute.target().name();
        if (value instanceof ScimValue.Complex complex && complex.find(sub) instanceof ScimValue.Text text) {
            var key = SearchKey.of(attribute.target(), text);
            if (AttributeBindings.fitsKey(key)) {
                keys.put(new Place(attribute.toString(), element), key);
            }
        }
    }
}
