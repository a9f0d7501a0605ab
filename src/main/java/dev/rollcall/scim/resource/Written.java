package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What came of a {@link Write}.
public sealed interface Written {

    /// The resource is there.
    ///
    /// @param resource as it is now
    /// @param before as it was; null where it was added
    /// @param supplied the attributes, each seen as a whole, that the request was about
    record Resource(ScimResource resource, @Nullable ScimResource before, Predicate<ResolvedAttribute> supplied)
            implements Written {
        /// Whether it was added, and nobody can have said anything of it yet.
        public boolean isNew() {
            return before == null;
        }
    }

    /// The resource is gone.
    ///
    /// @param before as it was
    record Gone(ScimResource before) implements Written {}
}
