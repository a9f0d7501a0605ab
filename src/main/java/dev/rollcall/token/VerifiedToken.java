package dev.rollcall.token;

import dev.rollcall.connection.TokenHash;
import java.time.Instant;
import java.util.UUID;

/// What a token says, after its signature, issuer, audience and time were found right. What has become of it
/// since is not known from this.
public record VerifiedToken(
        TokenHash hash, UUID credentialId, UUID connectionId, UUID organizationId, Instant expires) {}
