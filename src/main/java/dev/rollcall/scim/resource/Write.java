package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimValue;
import org.jspecify.annotations.Nullable;

/// A write to one resource as it was asked for, alone or as a part of a bulk request: nothing of it is read yet.
/// A body that was not sent is null.
public sealed interface Write {
    /// Where the resources of the type are.
    ResourceStore store();

    /// POST (RFC 7644 §3.3).
    record Create(ResourceStore store, ScimValue.@Nullable Complex body) implements Write {}

    /// PUT (RFC 7644 §3.5.1).
    record Replace(ResourceStore store, String id, @Nullable EntityTags condition, ScimValue.@Nullable Complex body)
            implements Write {}

    /// PATCH (RFC 7644 §3.5.2).
    record Modify(ResourceStore store, String id, @Nullable EntityTags condition, ScimValue.@Nullable Complex body)
            implements Write {}

    /// DELETE (RFC 7644 §3.6).
    record Delete(ResourceStore store, String id, @Nullable EntityTags condition) implements Write {}
}
