package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import java.util.function.Predicate;

/// What came of a {@link Write}.
public sealed interface Written {

    /// The resource is there.
    ///
    /// @param resource as it is now
    /// @param isNew whether it was added, and nobody can have said anything of it yet
    /// @param supplied the attributes, each seen as a whole, that the request was about
    record Resource(ScimResource resource, boolean isNew, Predicate<ResolvedAttribute> supplied) implements Written {}

    /// The resource is gone.
    record Gone() implements Written {}
}
