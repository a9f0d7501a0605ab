package dev.rollcall.scim.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.persistence.SearchDocument;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Looks into the tables of an organization for anything half written: rows that contradict each other.
@ApplicationScoped
class WholeRows {
    private static final Map<String, String> TABLES = Map.of("User", "scim_user", "Group", "scim_group");

    private final Sql sql;
    private final SchemaRegistry schemas;

    WholeRows(Sql sql, SchemaRegistry schemas) {
        this.sql = sql;
        this.schemas = schemas;
    }

    private record Row(String id, String document, String searchDocument, long version) {}

    /// Fails where a row is not whole.
    ///
    /// @return how many resources there are
    int check(UUID organization) {
        var resources = schemas.resourceTypes().stream()
                .filter(type -> TABLES.containsKey(type.name()))
                .mapToInt(type -> check(organization, type))
                .sum();
        assertThat(orphans(organization, "resource_value", "resource_id")).isZero();
        assertThat(orphans(organization, "unique_value", "resource_id")).isZero();
        assertThat(orphans(organization, "group_member", "member_id")).isZero();
        assertThat(orphans(organization, "group_member", "group_id")).isZero();
        return resources;
    }

    private int check(UUID organization, ResourceType type) {
        var rows = sql.query(
                SqlText.of(
                        "SELECT id, document, search_document, version FROM " + TABLES.get(type.name())
                                + " WHERE organization_id = ?",
                        ResourceIds.bytes(organization)),
                row -> new Row(
                        ResourceIds.fromBytes(row.getBytes(1)).toString(),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4)));
        for (var row : rows) {
            var meta = new ScimResource.Meta(Instant.EPOCH, Instant.EPOCH, 1);
            var held = (ScimValue.Complex) JsonReader.read(row.document());
            assertThat(JsonReader.read(row.searchDocument()))
                    .as("what is searched of %s", row)
                    .isEqualTo(SearchDocument.of(new ScimResource(type, row.id(), held, meta)));
            assertThat(lastEvent(organization, row.id()))
                    .as("the last event of %s", row)
                    .isEqualTo(row.version());
        }
        return rows.size();
    }

    private long lastEvent(UUID organization, String id) {
        return sql.query(
                        SqlText.of(
                                "SELECT MAX(version) FROM provisioning_event WHERE organization_id = ? AND resource_id = ?",
                                ResourceIds.bytes(organization),
                                ResourceIds.bytes(UUID.fromString(id))),
                        row -> row.getLong(1))
                .getFirst();
    }

    private long orphans(UUID organization, String table, String column) {
        var found = List.of("scim_user", "scim_group", "scim_resource").stream()
                .map(resources -> "NOT EXISTS (SELECT 1 FROM " + resources + " r WHERE r.id = t." + column
                        + " AND r.organization_id = t.organization_id)")
                .toList();
        return sql.query(
                        SqlText.of(
                                "SELECT COUNT(*) FROM " + table + " t WHERE t.organization_id = ? AND "
                                        + String.join(" AND ", found),
                                ResourceIds.bytes(organization)),
                        row -> row.getLong(1))
                .getFirst();
    }
}
