package dev.rollcall.scim.persistence;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /// One page of the resources that meet a condition.
    ///
    /// @param totalResults how many resources meet it in all
    public record Page(long totalResults, List<ScimResource> resources) {
        public Page {
            resources = List.copyOf(resources);
        }
    }

    /// The resource with this identifier.
    public Optional<ScimResource> find(ResourceType type, String table, UUID organizationId, UUID id) {
        var query = SqlText.of(
                "SELECT " + COLUMNS + " FROM " + table + " r WHERE r.id = ? AND r.organization_id = ?",
                ResourceIds.bytes(id),
                ResourceIds.bytes(organizationId));
        return sql.query(query, row -> resource(type, row)).stream().findFirst();
    }

    /// The resources that meet `condition`, ordered by identifier, which is the order in which they were made.
    ///
    /// @param offset how many of them to pass over
    /// @param count the most to read; 0 only counts
    public Page page(ResourceType type, String table, UUID organizationId, SqlText condition, long offset, int count) {
        var matching = condition.within(" FROM " + table + " r WHERE r.organization_id = ? AND ", "");
        var values = new ArrayList<Object>();
        values.add(ResourceIds.bytes(organizationId));
        values.addAll(condition.values());
        var from = new SqlText(matching.sql(), values);
        var resources = count == 0
                ? List.<ScimResource>of()
                : sql.query(
                        from.within("SELECT " + COLUMNS, " ORDER BY r.id LIMIT ? OFFSET ?", count, offset),
                        row -> resource(type, row));
        // A page that is not full ends the matches, so they need not be counted.
        var isLast = resources.size() < count && (offset == 0 || !resources.isEmpty());
        var total = isLast
                ? offset + resources.size()
                : sql.query(from.within("SELECT COUNT(*)", ""), row -> row.getLong(1))
                        .getFirst();
        return new Page(total, resources);
    }

    private static ScimResource resource(ResourceType type, ResultSet row) throws SQLException {
        return new ScimResource(
                type,
                ResourceIds.fromBytes(row.getBytes(1)).toString(),
                attributes(row.getString(5)),
                meta(row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /// The resource in a row that was read as an entity.
    public static ScimResource resource(ResourceType type, ResourceEntity row) {
        return new ScimResource(
                type, row.id.toString(), attributes(row.document), meta(row.created, row.lastModified, row.version));
    }

    private static ScimResource.Meta meta(long created, long lastModified, long version) {
        return new ScimResource.Meta(Instant.ofEpochMilli(created), Instant.ofEpochMilli(lastModified), version);
    }

    private static ScimValue.Complex attributes(String document) {
        return (ScimValue.Complex) JsonReader.read(document);
    }
}
