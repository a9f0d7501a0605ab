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

    /// What the statement that reads a resource says beside it.
    ///
    /// @param columns further ones of the row `r`, with commas between them, from {@link #FIRST} on in the result
    /// @param joined what follows the table; at most one row for each of it
    /// @param reader reads them
    public record Beside<T>(String columns, String joined, Sql.RowReader<T> reader) {
        /// The column of a result in which the first of them stands.
        public static final int FIRST = COLUMNS.size() + 1;
    }

    /// A resource, and what was said beside it.
    public record Accompanied<T>(ScimResource resource, T beside) {}

    /// The resource with this identifier and what stands beside it, as they are at one moment: one statement.
    public <T> Optional<Accompanied<T>> find(ResourceTable table, UUID organizationId, UUID id, Beside<T> beside) {
        var query = byId(", " + beside.columns(), table.table() + " r" + beside.joined(), organizationId, id);
        return sql
                .query(
                        query.prepared(),
                        row -> new Accompanied<>(
                                resource(table.type(), row), beside.reader().read(row)))
                .stream()
                .findFirst();
    }

    private static SqlText byId(String table, UUID organizationId, UUID id) {
        return byId("", table + " r", organizationId, id);
    }

    private static SqlText byId(String furtherColumns, String from, UUID organizationId, UUID id) {
        return SqlText.of(
                SELECT + furtherColumns + " FROM " + from + " WHERE r.id = ? AND r.organization_id = ?",
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
