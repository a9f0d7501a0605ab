package dev.rollcall.scim.configured;

import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.resource.FurtherStores;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.values.ValueTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Makes the stores of configured types, and holds what all of them need.
@ApplicationScoped
class ConfiguredStores implements FurtherStores {
    private final Parts parts;

    ConfiguredStores(ConfiguredRepository repository, ValueTables values, ResourceRows rows, Clock clock) {
        parts = new Parts(repository, values, rows, clock);
    }

    /// What every store works with.
    record Parts(ConfiguredRepository repository, ValueTables values, ResourceRows rows, Clock clock) {}

    @Override
    public ResourceStore storeOf(ResourceType type) {
        return new ConfiguredStore(type, parts);
    }
}
