package dev.rollcall.access.grant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why somebody has a role.
public sealed interface Reason {

    /// Somebody has given it.
    ///
    /// @param madeBy who it was, as people know them
    record ByHand(UUID grantId, String madeBy, Instant created) implements Reason {}

    /// A group gives it to whoever is in it.
    ///
    /// @param mappingId the mapping; null for one that is only proposed
    /// @param through the group by which the member is in it; null where that is the group itself
    record ByGroup(
            @Nullable UUID mappingId, Named group, @Nullable Named through) implements Reason {}

    /// No other grant gives a team.
    ///
    /// @param domain of the account e-mail, in A-labels; null for the default of the organization
    record ByDefault(@Nullable String domain) implements Reason {}

    /// A group as it is called.
    ///
    /// @param name null where it has none
    record Named(UUID id, @Nullable String name) {}
}
