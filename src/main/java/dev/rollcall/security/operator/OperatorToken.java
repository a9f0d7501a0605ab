package dev.rollcall.security.operator;

import dev.rollcall.security.OperatorScope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token of an operator, as far as it is known after it was shown: never the token itself.
///
/// @param organizationId the only one that it is for; null where it is for all
public record OperatorToken(
        UUID id,
        String name,
        @Nullable UUID organizationId,
        Set<OperatorScope> scopes,
        Instant created,
        Instant expires,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed) {
    public OperatorToken {
        scopes = Set.copyOf(scopes);
    }

    /// Whether it would be accepted at this time.
    public boolean isLive(Instant time) {
        return revoked == null && time.isBefore(expires);
    }
}
