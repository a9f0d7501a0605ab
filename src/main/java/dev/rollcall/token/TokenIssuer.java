package dev.rollcall.token;

import dev.rollcall.connection.Connection;
import dev.rollcall.connection.Credentials;
import dev.rollcall.connection.NewCredential;
import dev.rollcall.connection.Scope;
import dev.rollcall.connection.TokenHash;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.time.UuidV7;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// Issues bearer tokens: signed JWTs (RFC 7519) of which only a hash is kept.
@ApplicationScoped
public class TokenIssuer {
    private final SigningKeys keys;
    private final Credentials credentials;
    private final TokenConfig config;
    private final UuidV7 identifiers;
    private final Clock clock;

    TokenIssuer(SigningKeys keys, Credentials credentials, TokenConfig config, UuidV7 identifiers, Clock clock) {
        this.keys = keys;
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
        var id = identifiers.next();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expires = now.plus(wanted.lifetime());
        var claims = Jwt.issuer(config.issuer())
                .audience(config.audience())
                .subject(connection.id().toString())
                .claim(TokenClaims.ORGANIZATION, connection.organizationId().toString())
                .claim(TokenClaims.ID, id.toString())
                .claim(TokenClaims.SCOPE, Scope.format(wanted.scopes()))
                .issuedAt(now)
                .expiresAt(expires);
        if (wanted.userId() != null) {
            claims.claim(TokenClaims.USER, wanted.userId().toString());
        }
        var token = keys.sign(claims);
        var credential = credentials.add(new NewCredential(
                id,
                connection.organizationId(),
                connection.id(),
                wanted.name(),
                wanted.scopes(),
                TokenHash.of(token),
                expires,
                wanted.userId()));
        return new IssuedToken(credential, token);
    }

    private void requirePossible(Set<Scope> scopes, Duration lifetime) {
        if (scopes.isEmpty()) {
            throw RefusedException.invalid("A token needs a scope: " + Scope.format(Set.of(Scope.values())) + ".");
        }
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(config.maximumLifetime()) > 0) {
            throw RefusedException.invalid("A token lives between one second and "
                    + config.maximumLifetime().toDays() + " days.");
        }
    }
}
