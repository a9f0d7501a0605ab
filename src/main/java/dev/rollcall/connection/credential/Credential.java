package dev.rollcall.connection.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A bearer token or an OAuth client of a connection, as far as it is known after it was shown: never the token or the
/// secret itself.
///
/// @param id also the id of the OAuth client
/// @param madeBy the name of who made it; empty where nobody noted it
/// @param lifetime what the next one gets when it is rotated
/// @param userId the user for whom it stands (RFC 7644 §3.11); null for a provisioning client
/// @param version counts its changes; that it was used is none
public record Credential(
        UUID id,
        UUID organizationId,
        UUID connectionId,
        CredentialKind kind,
        String name,
        Set<Scope> scopes,
        String madeBy,
        Instant created,
        Duration lifetime,
        Instant expires,
        @Nullable Instant revoked,
        @Nullable LastUse lastUse,
        @Nullable UUID userId,
        long version) {

    /// Whether it would be accepted at this time.
    public boolean isLive(Instant time) {
        return revoked == null && time.isBefore(expires);
    }

    /// What it is good for at this time.
    ///
    /// @param warning how long before it expires it counts as expiring
    public CredentialState state(Instant time, Duration warning) {
        if (revoked != null) {
            return CredentialState.REVOKED;
        }
        if (!time.isBefore(expires)) {
            return CredentialState.EXPIRED;
        }
        return time.isBefore(expires.minus(warning)) ? CredentialState.VALID : CredentialState.EXPIRING;
    }

    /// When it was used last; null where it never was.
    public @Nullable Instant lastUsed() {
        return lastUse == null ? null : lastUse.time();
    }
}
