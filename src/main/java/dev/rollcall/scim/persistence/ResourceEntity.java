package dev.rollcall.scim.persistence;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.sql.ResourceIds;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The columns of every resource type's table. Times are milliseconds since 1970-01-01T00:00:00Z.
@MappedSuperclass
public abstract class ResourceEntity {
    /// The most bytes of JSON that either document of a resource may have. Both travel in one statement, which
    /// may double each of them by escapes and still is within the 16 MiB that MariaDB takes unless told
    /// otherwise.
    public static final int LARGEST_DOCUMENT = 3 << 20;

    // No attribute of a document depends on it.
    private static final ScimResource.Meta NO_META = new ScimResource.Meta(Instant.EPOCH, Instant.EPOCH, 0);

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "id", length = 16)
    public UUID id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", length = 16, nullable = false, updatable = false)
    public UUID organizationId;

    @Column(name = "external_id")
    public @Nullable String externalId;

    @Column(name = "display_name_key")
    public @Nullable String displayNameKey;

    @Column(name = "created", nullable = false, updatable = false)
    public long created;

    @Column(name = "last_modified", nullable = false)
    public long lastModified;

    @Version
    @Column(name = "version", nullable = false)
    public long version;

    /// The attributes as clients read them, in JSON.
    @Column(name = "document", nullable = false, columnDefinition = "LONGTEXT")
    public String document;

    /// {@link SearchDocument}, in JSON.
    @Column(name = "search_document", nullable = false, columnDefinition = "LONGTEXT")
    public String searchDocument;

    @Transient
    private Map<String, @Nullable Object> written = Map.of();

    /// The columns with their values, in one order.
    protected Map<String, @Nullable Object> columns() {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", ResourceIds.bytes(id));
        columns.put("organization_id", ResourceIds.bytes(organizationId));
        columns.put("external_id", externalId);
        columns.put("display_name_key", displayNameKey);
        columns.put("created", created);
        columns.put("last_modified", lastModified);
        columns.put("version", version);
        columns.put("document", document);
        columns.put("search_document", searchDocument);
        return columns;
    }

    /// Takes the values of a row.
    protected void read(ResultSet row) throws SQLException {
        id = ResourceIds.fromBytes(row.getBytes("id"));
        organizationId = ResourceIds.fromBytes(row.getBytes("organization_id"));
        externalId = row.getString("external_id");
        displayNameKey = row.getString("display_name_key");
        created = row.getLong("created");
        lastModified = row.getLong("last_modified");
        version = row.getLong("version");
        document = row.getString("document");
        searchDocument = row.getString("search_document");
    }

    /// The columns that differ from the row in the database.
    Map<String, @Nullable Object> changed() {
        var changed = columns();
        changed.entrySet().removeIf(column -> Objects.deepEquals(column.getValue(), written.get(column.getKey())));
        return changed;
    }

    /// Takes the row in the database to be as this is.
    void written() {
        written = columns();
    }

    /// Makes this a new resource of an organization.
    public void begin(UUID organizationId, UUID id, long now) {
        this.organizationId = organizationId;
        this.id = id;
        version = 1;
        created = now;
        lastModified = now;
    }

    /// Makes it changed now, and later than before in any case; the version follows when it is saved.
    public void touch(long now) {
        lastModified = Math.max(now, lastModified + 1);
    }

    /// Writes the attributes into every column that holds a part of them.
    ///
    /// @throws ScimException `invalidValue` where a document would be larger than {@link #LARGEST_DOCUMENT}
    public void write(ResourceType type, ScimValue.Complex attributes) {
        var resource = new ScimResource(type, id.toString(), attributes, NO_META);
        externalId = SearchDocument.lookUpKey(resource, "externalId");
        displayNameKey = SearchDocument.lookUpKey(resource, "displayName");
        document = bounded(JsonWriter.text(attributes));
        searchDocument = bounded(JsonWriter.text(SearchDocument.of(resource)));
    }

    private static String bounded(String json) {
        // A char takes three bytes at most.
        if (json.length() > LARGEST_DOCUMENT / 3 && json.getBytes(StandardCharsets.UTF_8).length > LARGEST_DOCUMENT) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE,
                    "The resource has become too large: its attributes may take " + (LARGEST_DOCUMENT >> 20)
                            + " MiB in JSON. Remove values before you add more.");
        }
        return json;
    }
}
