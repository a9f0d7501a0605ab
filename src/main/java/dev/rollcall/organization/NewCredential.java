package dev.rollcall.organization;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// A credential to be kept: everything but the token, of which only the SHA-256 is stored.
public record NewCredential(
        UUID id,
        UUID organizationId,
        UUID connectionId,
        String name,
        Set<Scope> scopes,
        TokenHash tokenHash,
        Instant expires) {}
