package dev.rollcall.connection;

import dev.rollcall.scim.tolerance.ConformanceMode;
import java.time.Instant;
import java.util.UUID;

/// One identity provider attached to an organization.
///
/// @param version moves with every change
public record Connection(
        UUID id,
        UUID organizationId,
        String name,
        IdentityProvider identityProvider,
        ConnectionState state,
        ConformanceMode mode,
        ToleranceOverrides overrides,
        Instant created,
        long version) {

    /// What its requests are forgiven.
    public ConnectionTolerances tolerances() {
        return new ConnectionTolerances(mode, identityProvider, overrides);
    }
}
