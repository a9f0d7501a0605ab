package dev.rollcall.scim.persistence;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import java.util.UUID;
import java.util.function.Predicate;

/// What a statement said, beside the row of a resource, of what other resources say of it.
public interface Derivation {
    /// The resource with that.
    ///
    /// @param wanted which attributes are asked for
    /// @param baseUri what references begin with, without a trailing slash
    ScimResource of(UUID organizationId, ScimResource resource, Predicate<ResolvedAttribute> wanted, String baseUri);
}
