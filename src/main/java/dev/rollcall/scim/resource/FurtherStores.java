package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ResourceType;

/// Makes stores for the resource types that have none of their own: those that a deployer configures.
@FunctionalInterface
public interface FurtherStores {
    /// The store of a type.
    ResourceStore storeOf(ResourceType type);
}
