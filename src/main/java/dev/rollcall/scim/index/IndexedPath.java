package dev.rollcall.scim.index;

import dev.rollcall.scim.persistence.JsonPath;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.Returned;
import java.util.List;

/// An attribute of one resource type that is to be indexed.
record IndexedPath(ResourceTable table, ResolvedAttribute attribute) {

    /// What a name of the configuration means: that attribute of each type that has it and can have it indexed.
    static List<IndexedPath> of(String name, List<ResourceTable> tables) {
        return named(name, tables).stream().filter(IndexedPath::canBeIndexed).toList();
    }

    /// What is wrong with a name, as the end of a sentence that begins with it; empty where it means something.
    static String problem(String name, List<ResourceTable> tables) {
        var named = named(name, tables);
        if (named.isEmpty()) {
            return "is no attribute of any resource type";
        }
        if (named.stream().anyMatch(IndexedPath::canBeIndexed)) {
            return "";
        }
        var first = named.getFirst();
        if (first.attribute.target().isComplex()) {
            return "has sub-attributes: name one of them, such as " + name + "."
                    + first.attribute.target().subAttributes().getFirst().name();
        }
        return first.isNeverReturned()
                ? "is never returned, and nothing finds anybody by it"
                : "is of the service's own making: it cannot be indexed, and needs no index where it is compared with eq";
    }

    private static List<IndexedPath> named(String name, List<ResourceTable> tables) {
        var path = AttributePath.parse(name);
        return tables.stream()
                .flatMap(table ->
                        path
                                .flatMap(table.type()::resolve)
                                .map(attribute -> new IndexedPath(table, attribute))
                                .stream())
                .toList();
    }

    private boolean canBeIndexed() {
        return table.bindings().isInDocument(attribute) && !isNeverReturned();
    }

    private boolean isNeverReturned() {
        return attribute.attribute().returned() == Returned.NEVER
                || attribute.target().returned() == Returned.NEVER;
    }

    String type() {
        return table.type().name();
    }

    String name() {
        return attribute.toString();
    }

    String jsonPath() {
        return JsonPath.toAllValues(attribute);
    }
}
