package dev.rollcall.scim.resource;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who is meant by a resource that a client creates.
public sealed interface Claim {
    /// Nobody whom the organization knows.
    Claim NOBODY = new New(null, null);

    /// A resource that is there: it becomes what was sent, under its id.
    record Returning(Held held) implements Claim {}

    /// The resource is a new one.
    ///
    /// @param id under which the organization knows already who it is; null where it does not
    /// @param former the resource of the same person that has to go first; null where there is none
    record New(@Nullable UUID id, @Nullable Held former) implements Claim {

        /// The identifier that is known, or one of these.
        UUID idOr(Supplier<UUID> identifiers) {
            return id == null ? identifiers.get() : id;
        }
    }
}
