package dev.rollcall.scim.index;

import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.ResourceStores;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The attributes that the configuration of this replica wants indexed, and the tables in which they may be.
@ApplicationScoped
class WantedAttributes {
    /// As many, so that a write does not take much longer for them.
    private static final int MOST = 20;

    private final ResourceStores stores;
    private final IndexConfig config;

    WantedAttributes(ResourceStores stores, IndexConfig config) {
        this.stores = stores;
        this.config = config;
    }

    /// Each once.
    List<IndexedPath> paths() {
        var tables = tables();
        return names().stream()
                .flatMap(name -> IndexedPath.of(name, tables).stream())
                .distinct()
                .toList();
    }

    /// What is wrong with them, a sentence each.
    List<String> problems() {
        var tables = tables();
        var problems = names().stream()
                .map(name -> sentence(name, IndexedPath.problem(name, tables)))
                .flatMap(Optional::stream);
        var count = paths().size();
        var many = count > MOST
                ? List.of("rollcall.search.indexed-attributes has " + count + " attributes: it has " + MOST
                        + " at most, of all types together")
                : List.<String>of();
        return Stream.concat(problems, many.stream()).toList();
    }

    private static Optional<String> sentence(String name, String problem) {
        return problem.isEmpty()
                ? Optional.empty()
                : Optional.of("rollcall.search.indexed-attributes: " + name + " " + problem);
    }

    /// Where resources of a type are; empty where this replica does not know the type.
    Optional<ResourceTable> table(String type) {
        return tables().stream()
                .filter(table -> table.type().name().equals(type))
                .findFirst();
    }

    private List<ResourceTable> tables() {
        return stores.all().stream().map(ResourceStore::table).toList();
    }

    private List<String> names() {
        return config.indexedAttributes().orElse(List.of()).stream()
                .map(String::strip)
                .toList();
    }
}
