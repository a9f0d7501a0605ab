package dev.rollcall.scim.configured;

import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.resource.Held;
import dev.rollcall.scim.resource.HeldRow;
import dev.rollcall.scim.resource.Inserted;
import dev.rollcall.scim.resource.Rows;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.values.ValuesOfType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The rows of one configured type in `scim_resource`.
final class ConfiguredRows implements Rows {
    private final ResourceTable table;
    private final ConfiguredStores.Parts parts;
    private final ValuesOfType values;

    ConfiguredRows(ResourceTable table, ConfiguredStores.Parts parts, ValuesOfType values) {
        this.table = table;
        this.parts = parts;
        this.values = values;
    }

    @Override
    public Map<String, String> uniqueKeys() {
        return Map.of();
    }

    @Override
    public Optional<ScimResource> find(
            UUID organizationId, UUID id, Predicate<ResolvedAttribute> wanted, String baseUri) {
        return parts.rows().find(table, organizationId, id);
    }

    @Override
    public Optional<Held> hold(Writer writer, UUID id) {
        return parts.repository()
                .lock(writer.organizationId(), table.type().name(), id)
                .map(HeldConfigured::new);
    }

    @Override
    public Inserted insert(Writer writer, UUID id, ScimValue.Complex attributes) {
        var row = new ConfiguredEntity();
        row.begin(writer.organizationId(), id, parts.clock().millis());
        row.resourceType = table.type().name();
        row.write(table.type(), values.visible(attributes));
        parts.repository().persistAndFlush(row);
        var added = ResourceRows.resource(table.type(), row);
        values.add(row.organizationId, added, attributes);
        return Inserted.of(added);
    }

    private final class HeldConfigured extends HeldRow<ConfiguredEntity> {
        private HeldConfigured(ConfiguredEntity row) {
            super(table.type(), values, parts.clock(), row);
        }

        @Override
        protected void save(ConfiguredEntity row) {
            parts.repository().flush();
        }

        @Override
        protected void delete(ConfiguredEntity row) {
            parts.repository().delete(row);
            parts.repository().flush();
        }
    }
}
