package dev.rollcall.token;

import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.digest.SecretHash;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// What a token says, after its signature, issuer, audience and time were found right. What has become of it
/// since is not known from this.
///
/// @param credentialId the token itself, or the OAuth client to which it was given
/// @param kind of that credential
public record VerifiedToken(
        SecretHash hash,
        UUID credentialId,
        CredentialKind kind,
        UUID connectionId,
        UUID organizationId,
        Set<Scope> scopes,
        Instant expires) {
    public VerifiedToken {
        scopes = Set.copyOf(scopes);
    }
}
