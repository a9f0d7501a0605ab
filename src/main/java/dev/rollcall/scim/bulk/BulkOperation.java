package dev.rollcall.scim.bulk;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ScimValue;
import org.jspecify.annotations.Nullable;

/// One operation of a bulk request (RFC 7644 §3.7): what of it is repeated in its result, as it was sent, and
/// what it asks for.
record BulkOperation(
        @Nullable String method,
        @Nullable String bulkId,
        @Nullable String path,
        Content content) {

    /// What an operation asks for.
    sealed interface Content {}

    /// A request that can be tried.
    ///
    /// @param version the version that the resource must have; null where any will do
    /// @param data the body; empty for DELETE
    record Single(
            BulkMethod method, BulkPath target, @Nullable String version, ScimValue.Complex data) implements Content {}

    /// Nothing that can be tried.
    record Malformed(ScimException refusal) implements Content {}

    /// True for an operation that may create what others refer to.
    boolean isPost() {
        return BulkMethod.POST.name().equalsIgnoreCase(method);
    }

    /// What can be tried.
    ///
    /// @throws ScimException where nothing can
    Single wellFormed() {
        return switch (content) {
            case Single single -> single;
            case Malformed(var refusal) -> throw refusal;
        };
    }
}
