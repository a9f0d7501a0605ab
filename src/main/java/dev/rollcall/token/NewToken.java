package dev.rollcall.token;

import dev.rollcall.connection.credential.Scope;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a token shall be like.
///
/// @param userId the user for whom it stands, who sees only himself (RFC 7644 §3.11); null for the provisioning
/// client that sees the whole organization
public record NewToken(
        String name,
        Set<Scope> scopes,
        Duration lifetime,
        @Nullable UUID userId) {
    public NewToken {
        scopes = Set.copyOf(scopes);
    }
}
