package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;

/// What a request makes of a resource as it finds it. It may be asked again, for a later version of the same
/// resource.
@FunctionalInterface
public interface Modification {
    /// The change to `before`.
    ///
    /// @throws dev.rollcall.scim.error.ScimException with the keywords of RFC 7644 Table 9
    Change of(ScimResource before);
}
