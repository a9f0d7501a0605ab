package dev.rollcall.connection;

import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The credentials of connections, without their tokens.
@ApplicationScoped
public class Credentials {
    /// The one in use, and the next one while it is being put in its place. Those that stand for a user are
    /// counted for that user.
    public static final int LIVE_PER_CONNECTION = 2;

    /// How exact {@link Credential#lastUsed} is.
    public static final Duration LAST_USED_PRECISION = Duration.ofMinutes(1);

    private final CredentialRepository credentials;
    private final ConnectionRepository connections;
    private final Clock clock;

    Credentials(CredentialRepository credentials, ConnectionRepository connections, Clock clock) {
        this.credentials = credentials;
        this.connections = connections;
        this.clock = clock;
    }

    /// Keeps a new credential.
    ///
    /// @throws RefusedException if there is no such connection, or it has {@link #LIVE_PER_CONNECTION} live
    /// ones
    @Transacted
    public Credential add(NewCredential request) {
        var connection = connections
                .lock(request.organizationId(), request.connectionId())
                .orElseThrow(() -> RefusedException.notFound(
                        "The organization has no connection " + request.connectionId() + "."));
        var now = clock.millis();
        if (credentials.countLive(connection.organizationId, connection.id, request.userId(), now)
                >= LIVE_PER_CONNECTION) {
            throw RefusedException.limit("Connection '" + connection.name + "' has " + LIVE_PER_CONNECTION
                    + " live tokens" + (request.userId() == null ? "" : " for this user")
                    + ", which is the most. Revoke one of them first.");
        }
        var credential = new CredentialEntity();
        credential.id = request.id();
        credential.organizationId = connection.organizationId;
        credential.connectionId = connection.id;
        credential.name = Names.checked("a token", request.name());
        credential.scope = Scope.format(request.scopes());
        credential.tokenHash = request.tokenHash().bytes();
        credential.created = now;
        credential.expires = request.expires().toEpochMilli();
        credential.userId = request.userId();
        credentials.persistAndFlush(credential);
        return credential.toCredential();
    }

    /// All credentials of the connection, the oldest first, also those that are revoked or expired.
    @Transactional
    public List<Credential> list(UUID organizationId, UUID connectionId) {
        return credentials.of(organizationId, connectionId).stream()
                .map(CredentialEntity::toCredential)
                .toList();
    }

    /// The one with this id in the organization.
    @Transactional
    public Optional<Credential> find(UUID organizationId, UUID id) {
        return credentials.find(organizationId, id).map(CredentialEntity::toCredential);
    }

    /// Revokes a credential for good. Revoking it again changes nothing. Every replica refuses it within two
    /// seconds.
    ///
    /// @throws RefusedException if there is no such credential in the organization
    @Transacted
    public Credential revoke(UUID organizationId, UUID id) {
        var credential = credentials
                .find(organizationId, id)
                .orElseThrow(() -> RefusedException.notFound("The organization has no token " + id + "."));
        if (credential.revoked == null) {
            credential.revoked = clock.millis();
        }
        return credential.toCredential();
    }

    /// The credential with all that decides whether its requests are served.
    @Transactional
    public Optional<CredentialStatus> status(UUID organizationId, UUID id) {
        return credentials.status(organizationId, id);
    }

    /// Notes that the credential was used now, unless one has been noted within {@link #LAST_USED_PRECISION}.
    @Transactional
    public void noteUse(UUID organizationId, UUID id) {
        var now = clock.millis();
        credentials.update(
                "lastUsed = ?1 where organizationId = ?2 and id = ?3 and (lastUsed is null or lastUsed < ?4)",
                now,
                organizationId,
                id,
                now - LAST_USED_PRECISION.toMillis());
    }
}
