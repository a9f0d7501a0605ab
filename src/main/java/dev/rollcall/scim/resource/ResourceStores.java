package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.SchemaRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The stores of all resource types.
@ApplicationScoped
public class ResourceStores {
    private final List<ResourceStore> stores;

    ResourceStores(@All List<ResourceStore> stores, SchemaRegistry schemas, FurtherStores further) {
        var own = stores.stream().map(store -> store.type().name()).toList();
        var others = schemas.resourceTypes().stream()
                .filter(type -> !own.contains(type.name()))
                .map(further::storeOf);
        this.stores = Stream.concat(stores.stream(), others)
                .sorted(Comparator.comparing(store -> store.type().name()))
                .toList();
    }

    /// Every store, in an order that stays.
    public List<ResourceStore> all() {
        return stores;
    }

    /// The store behind an endpoint, such as `/Users`, in any letter case.
    public Optional<ResourceStore> at(String endpoint) {
        return stores.stream()
                .filter(store -> store.type().endpoint().equalsIgnoreCase(endpoint))
                .findFirst();
    }

    /// The store of the type with this name.
    public Optional<ResourceStore> of(String type) {
        return stores.stream().filter(store -> store.type().name().equals(type)).findFirst();
    }
}
