package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import java.util.List;

/// A rule of the organization's administration that a write has to keep. It looks at what the write has just done, in
/// its transaction, and can undo all of it.
public interface WriteGuard {

    /// Looks at a change.
    ///
    /// @param resource as it is now; of one that was deleted, as it was
    /// @throws dev.rollcall.scim.error.ScimException saying what has to be done first
    void check(Writer writer, EventKind kind, ScimResource resource);

    /// Looks at a deletion: {@link #check} unless the guard has to know what changed by it.
    ///
    /// @param resource as it was
    /// @param changed the resources that it was a part of, such as groups, as they are without it
    /// @throws dev.rollcall.scim.error.ScimException saying what has to be done first
    default void checkDeleted(Writer writer, ScimResource resource, List<ScimResource> changed) {
        check(writer, EventKind.DELETED, resource);
    }
}
