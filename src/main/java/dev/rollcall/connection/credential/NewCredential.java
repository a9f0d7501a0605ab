package dev.rollcall.connection.credential;

import dev.rollcall.digest.SecretHash;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A credential to be kept: everything but the token or the secret, of which only the SHA-256 is stored.
///
/// @param userId the user for whom it stands; null for a provisioning client
public record NewCredential(
        UUID id,
        UUID organizationId,
        UUID connectionId,
        CredentialKind kind,
        String name,
        Set<Scope> scopes,
        SecretHash tokenHash,
        Instant expires,
        @Nullable UUID userId) {}
