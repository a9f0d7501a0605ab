package dev.rollcall.scim.resource;

import dev.rollcall.scim.patch.ElementChange;
import dev.rollcall.scim.schema.ScimResource;
import java.util.List;
import java.util.Optional;

/// A resource that was added or read to be changed, for the length of one transaction.
public interface StoredResource {
    /// The resource as it is.
    ScimResource resource();

    /// Makes the change. Where nothing changes nothing is written, and the version stays.
    ///
    /// @return the resource as it is now
    ScimResource change(Change change);

    /// Adds the elements that are kept apart to a resource that was just inserted. The version stays.
    ///
    /// @throws dev.rollcall.scim.error.ScimException `invalidValue` where an element cannot be added
    default void link(List<ElementChange> elements) {
        if (!elements.isEmpty()) {
            throw new IllegalStateException(resource().type().name() + " keeps nothing apart");
        }
    }

    /// What the request named and the service passed over, for the log of the connection.
    default Optional<String> remark() {
        return Optional.empty();
    }

    /// Removes the resource, and what others say of it.
    ///
    /// @return the other resources that changed thereby, as they are now
    List<ScimResource> delete();
}
