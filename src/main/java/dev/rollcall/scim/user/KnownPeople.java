package dev.rollcall.scim.user;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The people whom an organization knows otherwise than as users: invited, noted when they signed in, or deleted and
/// able to come back. Asked within the transaction that writes a user, and only where there are such people.
public interface KnownPeople {

    /// Puts a user into the place of people: what they have is the user's from now, and they are people no more.
    ///
    /// @param people as they were found a moment ago
    /// @param user the id of the user; null for that of the first of them who is still there
    /// @param arrives whether the user was no active one until now, and is one from now
    /// @return the id of the user; empty where none of them is there any more
    Optional<UUID> replace(UUID organizationId, List<UUID> people, @Nullable UUID user, boolean arrives);

    /// Forgets deleted people, and what they had.
    void forget(UUID organizationId, List<UUID> people);
}
