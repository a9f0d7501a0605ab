package dev.rollcall.scim.resource;

import dev.rollcall.scim.patch.ElementChange;
import dev.rollcall.scim.schema.ScimResource;
import java.util.List;
import java.util.Optional;

/// A resource that was just added, for the rest of its transaction.
public interface Inserted {
    /// The resource as it is.
    ScimResource resource();

    /// Completes it by what may refer to resources that were added after it: elements that are rows of their own,
    /// and checks. The version stays.
    ///
    /// @throws dev.rollcall.scim.error.ScimException `invalidValue` where an element cannot be added
    void link(List<ElementChange> elements);

    /// A resource that nothing has to be added to.
    static Inserted of(ScimResource resource) {
        return new Inserted() {
            @Override
            public ScimResource resource() {
                return resource;
            }

            @Override
            public void link(List<ElementChange> elements) {
                if (!elements.isEmpty()) {
                    throw new IllegalStateException(resource.type().name() + " has no elements in rows of their own");
                }
            }
        };
    }

    /// What the request named and the service passed over, for the log of the connection.
    default Optional<String> remark() {
        return Optional.empty();
    }

    /// How many elements in rows of their own it has.
    default long added() {
        return 0;
    }
}
