package dev.rollcall.scim.bulk;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ScimResource;

/// What came of one operation.
sealed interface BulkOutcome {

    /// It was done.
    ///
    /// @param status as the operation would have been answered alone
    record Done(int status, ScimResource resource) implements BulkOutcome {}

    /// The resource is gone.
    record Deleted() implements BulkOutcome {}

    /// It was refused, and nothing was done.
    record Refused(ScimException refusal) implements BulkOutcome {}
}
