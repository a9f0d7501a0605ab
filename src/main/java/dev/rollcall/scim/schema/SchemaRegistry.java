package dev.rollcall.scim.schema;

import java.util.List;
import java.util.Optional;

/// The schemas and resource types that the service offers, in the order in which they are answered.
public record SchemaRegistry(List<Schema> schemas, List<ResourceType> resourceTypes) {

    public SchemaRegistry {
        schemas = List.copyOf(schemas);
        resourceTypes = List.copyOf(resourceTypes);
    }

    /// The schema with this URI, in any case.
    public Optional<Schema> schema(String uri) {
        return schemas.stream().filter(schema -> schema.isIdentifiedBy(uri)).findFirst();
    }

    /// The resource type with this name; names are case-exact (RFC 7643 §6).
    public Optional<ResourceType> resourceType(String name) {
        return resourceTypes.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
