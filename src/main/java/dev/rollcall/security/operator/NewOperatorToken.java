package dev.rollcall.security.operator;

import dev.rollcall.security.OperatorScope;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a token shall be like.
///
/// @param organizationId the only one that it is for; null where it is for all
/// @param lifetime null for the configured one
public record NewOperatorToken(
        String name,
        @Nullable UUID organizationId,
        Set<OperatorScope> scopes,
        @Nullable Duration lifetime) {
    public NewOperatorToken {
        scopes = Set.copyOf(scopes);
    }
}
