package dev.rollcall.token;

import dev.rollcall.connection.credential.Credential;
import dev.rollcall.connection.credential.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/// Issues the short tokens of OAuth clients (RFC 9068). Nothing is kept of them: they end when they expire, or with
/// their client.
@ApplicationScoped
public class AccessTokenIssuer {
    private final TokenSigner signer;
    private final TokenConfig config;
    private final Clock clock;

    AccessTokenIssuer(TokenSigner signer, TokenConfig config, Clock clock) {
        this.signer = signer;
        this.config = config;
        this.clock = clock;
    }

    /// A token of this client, which lives no longer than the client itself.
    ///
    /// @param client which is live
    /// @param scopes some of the client's
    public AccessToken issue(Credential client, Set<Scope> scopes) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expires =
                earlier(now.plus(config.accessTokenLifetime()), client.expires().truncatedTo(ChronoUnit.SECONDS));
        var token = signer.sign(
                TokenSigner.claims(client.organizationId(), client.connectionId(), scopes)
                        // Each is another, so that no cache takes one for the one before.
                        .claim(TokenClaims.ID, UUID.randomUUID().toString())
                        .claim(TokenClaims.CLIENT, client.id().toString())
                        .issuedAt(now)
                        .expiresAt(expires),
                TokenClaims.ACCESS_TOKEN_TYPE);
        return new AccessToken(token, Duration.between(now, expires), scopes);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
