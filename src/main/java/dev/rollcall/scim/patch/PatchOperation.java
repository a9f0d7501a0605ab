package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.ScimValue;
import org.jspecify.annotations.Nullable;

/// One operation of a PATCH request (RFC 7644 §3.5.2). Values are as the client sent them; the schema is asked
/// when the operation is applied.
public sealed interface PatchOperation {

    /// Adds values (RFC 7644 §3.5.2.1); without a path, each member of the object that `value` is.
    record Add(@Nullable PatchPath path, ScimValue value) implements PatchOperation {}

    /// Removes what the path selects (RFC 7644 §3.5.2.2). Where `listed` is there, only those elements go: some
    /// clients name them in a value instead of a filter.
    record Remove(PatchPath path, @Nullable ScimValue listed) implements PatchOperation {}

    /// Replaces values (RFC 7644 §3.5.2.3); without a path, each member of the object that `value` is.
    record Replace(@Nullable PatchPath path, ScimValue value) implements PatchOperation {}
}
