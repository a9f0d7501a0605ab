package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import java.util.List;
import java.util.Optional;

/// A resource that was read to be changed, and is held for the length of one transaction.
public interface Held {
    /// The resource as it was read.
    ScimResource resource();

    /// Makes the change. Where nothing changes nothing is written, and the version stays.
    ///
    /// @return the resource as it is now
    ScimResource change(Change change);

    /// What the request named and the service passed over, for the log of the connection.
    default Optional<String> remark() {
        return Optional.empty();
    }

    /// How many elements in rows of their own were added.
    default long added() {
        return 0;
    }

    /// How many elements in rows of their own were removed.
    default long removed() {
        return 0;
    }

    /// The names of write-only attributes that have another value now, or none.
    default List<String> otherSecrets() {
        return List.of();
    }

    /// Removes the resource, and what others say of it.
    ///
    /// @return the other resources that changed thereby, as they are now
    List<ScimResource> delete();
}
