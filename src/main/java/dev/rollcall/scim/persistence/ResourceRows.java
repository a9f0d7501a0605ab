package dev.rollcall.scim.persistence;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Reads resources from the table of their type: one row each, without Hibernate, since nothing is going to
/// change. Every query starts with the organization.
@ApplicationScoped
public class ResourceRows {
    private static final String COLUMNS = "r.id, r.created, r.last_modified, r.version, r.document";

    private final Sql sql;

    ResourceRows(Sql sql) {
        this.sql = sql;
    }

    /// The resource with this identifier.
    public Optional<ScimResource> find(ResourceType type, String table, UUID organizationId, UUID id) {
        return find(type, table, organizationId, id, SqlText.TRUE);
    }

    /// The resource with this identifier, in a table of several types.
    ///
    /// @param restriction what the row `r` must meet to be of the type
    public Optional<ScimResource> find(
            ResourceType type, String table, UUID organizationId, UUID id, SqlText restriction) {
        return sql.query(byId(table, organizationId, id, restriction), row -> resource(type, row)).stream()
                .findFirst();
    }

    /// The resource with this identifier as it is in a snapshot.
    public Optional<ScimResource> find(
            Sql.Snapshot snapshot, ResourceType type, String table, UUID organizationId, UUID id) {
        return snapshot.query(byId(table, organizationId, id, SqlText.TRUE), row -> resource(type, row)).stream()
                .findFirst();
    }

    private static SqlText byId(String table, UUID organizationId, UUID id, SqlText restriction) {
        return SqlText.of(
                        "SELECT " + COLUMNS + " FROM " + table + " r WHERE r.id = ? AND r.organization_id = ? AND ",
                        ResourceIds.bytes(id),
                        ResourceIds.bytes(organizationId))
                .followedBy(restriction);
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
