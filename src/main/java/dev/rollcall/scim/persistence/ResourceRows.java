package dev.rollcall.scim.persistence;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads resources from the table of their type: one row each, without Hibernate, since nothing is going to
/// change. Every query starts with the organization.
@ApplicationScoped
public class ResourceRows {
    private static final List<String> COLUMNS =
            List.of("r.id", "r.created", "r.last_modified", "r.version", "r.document");
    private static final String SELECT = "SELECT " + String.join(", ", COLUMNS);

    private final Sql sql;

    ResourceRows(Sql sql) {
        this.sql = sql;
    }

    /// The resource with this identifier.
    public Optional<ScimResource> find(ResourceTable table, UUID organizationId, UUID id) {
        var byId = byId(table.table(), organizationId, id);
        var query = table.restriction().equals(SqlText.TRUE)
                ? byId
                : byId.followedBy(" AND ").followedBy(table.restriction());
        return sql.query(query.prepared(), row -> resource(table.type(), row)).stream()
                .findFirst();
    }

    /// The resource with this identifier as it is in a snapshot.
    public Optional<ScimResource> find(
            Sql.Snapshot snapshot, ResourceType type, String table, UUID organizationId, UUID id) {
        return snapshot.query(byId(table, organizationId, id), row -> resource(type, row)).stream()
                .findFirst();
    }

    /// What rows consist of that say more of a resource. Made once, as the text of a statement is.
    public static final class FurtherColumns {
        /// The column of a result in which the first of them stands.
        public static final int FIRST = COLUMNS.size() + 1;

        private final String ofResource;
        private final String ofFurther;

        /// @param columns as in a query for the rows alone
        public FurtherColumns(List<String> columns) {
            ofResource = ", " + nulls(columns.size());
            ofFurther = " UNION ALL SELECT " + nulls(COLUMNS.size()) + ", " + String.join(", ", columns);
        }

        private static String nulls(int columns) {
            return String.join(", ", Collections.nCopies(columns, "NULL"));
        }
    }

    /// Rows that say more of a resource.
    ///
    /// @param columns what they consist of
    /// @param source what follows the columns in a query for them
    /// @param reader reads one
    public record Further<T>(FurtherColumns columns, SqlText source, Sql.RowReader<T> reader) {}

    /// A resource, and what further rows say of it.
    public record Complemented<T>(ScimResource resource, List<T> further) {
        public Complemented {
            further = List.copyOf(further);
        }
    }

    /// The resource with this identifier and the further rows, as they are at one moment: one statement.
    public <T> Optional<Complemented<T>> find(
            ResourceType type, String table, UUID organizationId, UUID id, Further<T> further) {
        var resources = new ArrayList<ScimResource>();
        var rows = new ArrayList<T>();
        var columns = further.columns();
        var query = byId(columns.ofResource, table, organizationId, id)
                .followedBy(further.source().within(columns.ofFurther, ""));
        sql.query(
                query.prepared(),
                row -> row.getBytes(1) == null
                        ? rows.add(further.reader().read(row))
                        : resources.add(resource(type, row)));
        return resources.stream().findFirst().map(resource -> new Complemented<>(resource, rows));
    }

    private static SqlText byId(String table, UUID organizationId, UUID id) {
        return byId("", table, organizationId, id);
    }

    private static SqlText byId(String furtherColumns, String table, UUID organizationId, UUID id) {
        return SqlText.of(
                SELECT + furtherColumns + " FROM " + table + " r WHERE r.id = ? AND r.organization_id = ?",
                ResourceIds.bytes(id),
                ResourceIds.bytes(organizationId));
    }

    /// The resource in a row that begins with its columns.
    static ScimResource resource(ResourceType type, ResultSet row) throws SQLException {
        return new ScimResource(
                type,
                ResourceIds.fromBytes(row.getBytes(1)).toString(),
                attributes(row.getString(5)),
                meta(row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /// The resource in a row that was read as an entity.
    public static ScimResource resource(ResourceType type, ResourceEntity row) {
        return resource(type, row, attributes(row.document));
    }

    /// The resource in a row that was just written with these attributes.
    public static ScimResource resource(ResourceType type, ResourceEntity row, ScimValue.Complex attributes) {
        return new ScimResource(type, row.id.toString(), attributes, meta(row.created, row.lastModified, row.version));
    }

    private static ScimResource.Meta meta(long created, long lastModified, long version) {
        return new ScimResource.Meta(Instant.ofEpochMilli(created), Instant.ofEpochMilli(lastModified), version);
    }

    private static ScimValue.Complex attributes(String document) {
        return (ScimValue.Complex) JsonReader.read(document);
    }
}
