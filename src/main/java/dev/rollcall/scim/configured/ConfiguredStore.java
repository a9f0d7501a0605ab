package dev.rollcall.scim.configured;

import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.Rows;
import dev.rollcall.scim.resource.TypeRules;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.sql.SqlText;
import java.util.List;

/// Keeps the resources of one configured type in `scim_resource`, which all configured types share. What their
/// schemas say is all there is to know of them.
final class ConfiguredStore implements ResourceStore {
    static final String TABLE = "scim_resource";

    private final ResourceType type;
    private final ResourceTable table;
    private final ConfiguredRows rows;

    ConfiguredStore(ResourceType type, ConfiguredStores.Parts parts) {
        this.type = type;
        var bindings = bindings(type);
        table = new ResourceTable(type, TABLE, bindings, SqlText.of("r.resource_type = ?", type.name()));
        rows = new ConfiguredRows(table, parts, parts.values().of(type, bindings, List.of("id")));
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
        return table;
    }

    @Override
    public TypeRules rules() {
        return TypeRules.NONE;
    }

    @Override
    public Rows rows() {
        return rows;
    }
}
