package dev.rollcall.oauth;

import dev.rollcall.connection.Connection;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.connection.credential.NewCredential;
import dev.rollcall.connection.credential.Rotation;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.digest.Secret;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import dev.rollcall.token.Lifetimes;
import dev.rollcall.token.TokenConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/// Makes the OAuth clients of connections. What else can be done with them, {@link Credentials} does.
@ApplicationScoped
public class OAuthClients {
    private final Credentials credentials;
    private final TokenConfig config;
    private final UuidV7 identifiers;
    private final Clock clock;

    OAuthClients(Credentials credentials, TokenConfig config, UuidV7 identifiers, Clock clock) {
        this.credentials = credentials;
        this.config = config;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Adds a client to the connection. This is the only time its secret is seen.
    ///
    /// @throws RefusedException if the scope is empty, the lifetime is out of bounds or there are two live clients
    ///     already
    @Transacted
    public MadeClient add(Connection connection, String name, Set<Scope> scopes, Duration lifetime) {
        Lifetimes.requirePossible("An OAuth client", scopes, lifetime, config.maximumLifetime());
        return make(connection.organizationId(), connection.id(), name, scopes, lifetime);
    }

    /// Adds the next client in the place of another: of the same name, scope and lifetime, with an id and a secret of
    /// its own. The old one stays valid for the overlap.
    ///
    /// @throws RefusedException as {@link Credentials#retire}
    @Transacted
    public MadeClient rotate(UUID organizationId, UUID id, Rotation rotation) {
        var old = credentials.retire(organizationId, CredentialKind.OAUTH_CLIENT, id, rotation);
        return make(organizationId, old.connectionId(), old.name(), old.scopes(), Lifetimes.next(old));
    }

    private MadeClient make(UUID organizationId, UUID connectionId, String name, Set<Scope> scopes, Duration lifetime) {
        var secret = Secret.random();
        var credential = credentials.add(new NewCredential(
                identifiers.next(),
                organizationId,
                connectionId,
                CredentialKind.OAUTH_CLIENT,
                name,
                scopes,
                secret.hash(),
                clock.instant().plus(lifetime),
                null));
        return new MadeClient(credential, secret.text());
    }
}
