package dev.rollcall.token;

import dev.rollcall.connection.Connection;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.connection.credential.NewCredential;
import dev.rollcall.connection.credential.Rotation;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.digest.SecretHash;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/// Issues bearer tokens: signed JWTs (RFC 7519) of which only a hash is kept.
@ApplicationScoped
public class TokenIssuer {
    private final TokenSigner signer;
    private final Credentials credentials;
    private final TokenConfig config;
    private final UuidV7 identifiers;
    private final Clock clock;

    TokenIssuer(TokenSigner signer, Credentials credentials, TokenConfig config, UuidV7 identifiers, Clock clock) {
        this.signer = signer;
        this.credentials = credentials;
        this.config = config;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Issues a token of a provisioning client that lives as long as is configured.
    ///
    /// @throws RefusedException as {@link #issue(Connection, NewToken)}
    public IssuedToken issue(Connection connection, String name, Set<Scope> scopes) {
        return issue(connection, new NewToken(name, scopes, config.lifetime(), null));
    }

    /// Issues a token for the connection. This is the only time it is seen.
    ///
    /// @throws RefusedException if the scope is empty, the lifetime is out of bounds or there are two live
    /// tokens of this connection, or of this connection for this user, already
    public IssuedToken issue(Connection connection, NewToken wanted) {
        requirePossible(wanted.scopes(), wanted.lifetime());
        return issue(connection.organizationId(), connection.id(), wanted);
    }

    /// Issues the next token in the place of another: of the same name, scope and lifetime, for the same user. The
    /// old one stays valid for the overlap. This is the only time the new one is seen.
    ///
    /// @throws RefusedException as {@link Credentials#retire}
    @Transacted
    public IssuedToken rotate(UUID organizationId, UUID id, Rotation rotation) {
        var old = credentials.retire(organizationId, CredentialKind.BEARER_TOKEN, id, rotation);
        return issue(
                organizationId,
                old.connectionId(),
                new NewToken(old.name(), old.scopes(), Lifetimes.next(old), old.userId()));
    }

    private IssuedToken issue(UUID organizationId, UUID connectionId, NewToken wanted) {
        var id = identifiers.next();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expires = now.plus(wanted.lifetime());
        var claims = TokenSigner.claims(organizationId, connectionId, wanted.scopes())
                .claim(TokenClaims.ID, id.toString())
                .issuedAt(now)
                .expiresAt(expires);
        if (wanted.userId() != null) {
            claims.claim(TokenClaims.USER, wanted.userId().toString());
        }
        var token = signer.sign(claims, TokenClaims.BEARER_TOKEN_TYPE);
        var credential = credentials.add(new NewCredential(
                id,
                organizationId,
                connectionId,
                CredentialKind.BEARER_TOKEN,
                wanted.name(),
                wanted.scopes(),
                SecretHash.of(token),
                expires,
                wanted.userId()));
        return new IssuedToken(credential, token);
    }

    private void requirePossible(Set<Scope> scopes, Duration lifetime) {
        Lifetimes.requirePossible("A token", scopes, lifetime, config.maximumLifetime());
    }
}
