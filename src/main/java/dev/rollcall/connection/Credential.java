package dev.rollcall.connection;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A bearer token of a connection, as far as it is known after it was shown: never the token itself.
///
/// @param userId the user for whom it stands (RFC 7644 §3.11); null for a provisioning client
public record Credential(
        UUID id,
        UUID organizationId,
        UUID connectionId,
        String name,
        Set<Scope> scopes,
        Instant created,
        Instant expires,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed,
        @Nullable UUID userId) {

    /// Whether it would be accepted at this time.
    public boolean isLive(Instant time) {
        return revoked == null && time.isBefore(expires);
    }
}
