package dev.rollcall.scim.configured;

import dev.rollcall.scim.patch.ServerDefaults;
import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.resource.Change;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.StoredResource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.values.ValuesOfType;
import dev.rollcall.sql.SqlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the resources of one configured type in `scim_resource`, which all configured types share. What their
/// schemas say is all there is to know of them.
final class ConfiguredStore implements ResourceStore {
    private static final String TABLE = "scim_resource";

    private final ResourceType type;
    private final ConfiguredStores.Parts parts;
    private final AttributeBindings bindings;
    private final ValuesOfType values;
    private final SqlText ofThisType;

    ConfiguredStore(ResourceType type, ConfiguredStores.Parts parts) {
        this.type = type;
        this.parts = parts;
        bindings = bindings(type);
        values = parts.values().of(type, bindings, List.of("id"));
        ofThisType = SqlText.of("r.resource_type = ?", type.name());
    }

    /// Where the attributes of a configured type live.
    static AttributeBindings bindings(ResourceType type) {
        var bindings = AttributeBindings.of(type).lookUpColumn("externalId", "external_id");
        var hasName = type.schema()
                .attribute("displayName")
                .filter(name -> !name.isComplex() && !name.multiValued())
                .isPresent();
        return (hasName ? bindings.lookUpColumn("displayName", "display_name_key") : bindings).build();
    }

    @Override
    public ResourceType type() {
        return type;
    }

    @Override
    public ResourceTable table() {
        return new ResourceTable(type, TABLE, bindings, ofThisType);
    }

    @Override
    public ServerDefaults defaults() {
        return ServerDefaults.NONE;
    }

    @Override
    public Map<String, String> uniqueKeys() {
        return Map.of();
    }

    @Override
    public void check(ProvisioningClient client, @Nullable ScimResource before, ScimValue.Complex attributes) {
        // The schema has been checked, and nothing else is known of these resources.
    }

    @Override
    public Optional<ScimResource> find(UUID organizationId, UUID id) {
        return parts.rows().find(type, TABLE, organizationId, id, ofThisType);
    }

    @Override
    public Optional<StoredResource> findForChange(ProvisioningClient client, UUID id) {
        return parts.repository().lock(client.organizationId(), type.name(), id).map(Stored::new);
    }

    @Override
    public StoredResource insert(ProvisioningClient client, UUID id, ScimValue.Complex attributes) {
        var row = new ConfiguredEntity();
        row.id = id;
        row.organizationId = client.organizationId();
        row.resourceType = type.name();
        row.version = 1;
        row.created = parts.clock().millis();
        row.lastModified = row.created;
        row.write(type, values.visible(attributes));
        parts.repository().persistAndFlush(row);
        var created = new Stored(row);
        values.update(row.organizationId, null, created.resource());
        values.updateSecrets(row.organizationId, id, attributes);
        return created;
    }

    /// A resource that is being changed.
    private final class Stored implements StoredResource {
        private final ConfiguredEntity row;
        private final ScimResource before;

        private Stored(ConfiguredEntity row) {
            this.row = row;
            this.before = ResourceRows.resource(type, row);
        }

        @Override
        public ScimResource resource() {
            return before;
        }

        @Override
        public ScimResource change(Change change) {
            var visible = values.visible(change.attributes());
            var hasNewSecrets = values.updateSecrets(row.organizationId, row.id, change.attributes());
            var hasLostSecrets = values.removeSecrets(row.organizationId, row.id, change.unassigned());
            if (!hasNewSecrets && !hasLostSecrets && visible.equals(before.attributes())) {
                return before;
            }
            row.lastModified = Math.max(parts.clock().millis(), row.lastModified + 1);
            row.write(type, visible);
            parts.repository().flush();
            var after = ResourceRows.resource(type, row);
            values.update(row.organizationId, before, after);
            return after;
        }

        @Override
        public List<ScimResource> delete() {
            values.remove(row.organizationId, row.id);
            parts.repository().delete(row);
            parts.repository().flush();
            return List.of();
        }
    }
}
