package dev.rollcall.organization;

import dev.rollcall.scim.tolerance.ConformanceMode;
import java.time.Instant;
import java.util.UUID;

/// One identity provider attached to an organization.
public record Connection(
        UUID id,
        UUID organizationId,
        String name,
        IdentityProvider identityProvider,
        ConnectionState state,
        ConformanceMode mode,
        Instant created) {}
