package dev.rollcall.connection.credential;

import dev.rollcall.audit.Author;
import dev.rollcall.connection.Connections;
import dev.rollcall.refusal.Condition;
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
import org.jspecify.annotations.Nullable;

/// The credentials of connections, without their tokens and secrets.
@ApplicationScoped
public class Credentials {
    /// Of each kind: the one in use, and the next one while it is being put in its place. Those that stand for a
    /// user are counted for that user.
    public static final int LIVE_PER_CONNECTION = 2;

    /// How exact {@link Credential#lastUse} is.
    public static final Duration LAST_USED_PRECISION = Duration.ofMinutes(1);

    private final CredentialRepository credentials;
    private final Statuses statuses;
    private final Connections connections;
    private final CredentialAudit audit;
    private final CredentialsConfig config;
    private final Clock clock;

    Credentials(
            CredentialRepository credentials,
            Statuses statuses,
            Connections connections,
            CredentialAudit audit,
            CredentialsConfig config,
            Clock clock) {
        this.credentials = credentials;
        this.statuses = statuses;
        this.connections = connections;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /// Keeps a new credential.
    ///
    /// @throws RefusedException if there is no such connection, or it has {@link #LIVE_PER_CONNECTION} live
    ///     ones of this kind
    @Transacted
    public Credential add(NewCredential request) {
        var connection = connections
                .lock(request.organizationId(), request.connectionId())
                .orElseThrow(() -> RefusedException.notFound(
                        "The organization has no connection " + request.connectionId() + "."));
        var now = clock.millis();
        if (countLive(request, now) >= LIVE_PER_CONNECTION) {
            throw RefusedException.limit("Connection '" + connection.name() + "' has " + LIVE_PER_CONNECTION + " live "
                    + request.kind().noun() + "s" + (request.userId() == null ? "" : " for this user")
                    + ", which is the most. Revoke one of them first.");
        }
        var credential = entity(request, now);
        credentials.persistAndFlush(credential);
        audit.made(credential.toCredential());
        return credential.toCredential();
    }

    private long countLive(NewCredential request, long now) {
        return credentials.countLive(
                request.organizationId(), request.connectionId(), request.kind(), request.userId(), now);
    }

    private static CredentialEntity entity(NewCredential request, long now) {
        var credential = new CredentialEntity();
        credential.id = request.id();
        credential.organizationId = request.organizationId();
        credential.connectionId = request.connectionId();
        credential.kind = request.kind();
        credential.name = Names.checked(request.kind().one(), request.name());
        credential.scope = Scope.format(request.scopes());
        credential.tokenHash = request.tokenHash().bytes();
        credential.madeBy = Author.current().name();
        credential.created = now;
        credential.expires = request.expires().toEpochMilli();
        credential.lifetime = credential.expires - now;
        credential.userId = request.userId();
        return credential;
    }

    /// All credentials of this kind of the connection, the oldest first, also those that are revoked or expired.
    @Transactional
    public List<Credential> list(UUID organizationId, UUID connectionId, CredentialKind kind) {
        return credentials.of(organizationId, connectionId, kind).stream()
                .map(CredentialEntity::toCredential)
                .toList();
    }

    /// Up to so many of this kind of the connection, in the order of their ids, behind one of them.
    @Transactional
    public List<Credential> page(
            UUID organizationId, UUID connectionId, CredentialKind kind, @Nullable UUID after, int limit) {
        return credentials.page(organizationId, connectionId, kind, after, limit).stream()
                .map(CredentialEntity::toCredential)
                .toList();
    }

    /// The one of this kind with this id in the organization.
    @Transactional
    public Optional<Credential> find(UUID organizationId, CredentialKind kind, UUID id) {
        return credentials.find(organizationId, kind, id).map(CredentialEntity::toCredential);
    }

    /// What it is good for now.
    public CredentialState state(Credential credential) {
        return credential.state(clock.instant(), config.warning());
    }

    /// Gives it another name.
    ///
    /// @throws RefusedException if there is no such credential in the organization, or the name is none
    @Transacted
    public Credential rename(UUID organizationId, CredentialKind kind, UUID id, String name, Condition condition) {
        var credential = required(organizationId, kind, id);
        condition.require(credential.version);
        var before = credential.toCredential();
        var checked = Names.checked(kind.one(), name);
        if (!checked.equals(credential.name)) {
            credential.name = checked;
            credential.version++;
            audit.changed(before, "renamed", credential.toCredential());
        }
        return credential.toCredential();
    }

    /// Revokes a credential for good. Revoking it again changes nothing. Every replica refuses it within two
    /// seconds, and so with the tokens that were given to an OAuth client.
    ///
    /// @throws RefusedException if there is no such credential in the organization
    @Transacted
    public Credential revoke(UUID organizationId, CredentialKind kind, UUID id, Condition condition) {
        var credential = required(organizationId, kind, id);
        condition.require(credential.version);
        if (credential.revoked == null) {
            var before = credential.toCredential();
            credential.revoked = clock.millis();
            credential.version++;
            audit.changed(before, "revoked", credential.toCredential());
        }
        return credential.toCredential();
    }

    /// Lets a credential that is to be replaced expire after the overlap, if not before: the first half of a
    /// rotation. The next one is to be added in the same transaction.
    ///
    /// @return the credential as it was before
    /// @throws RefusedException if there is no such credential in the organization, it is not live, there are two
    ///     live ones already, or the overlap is too long
    @Transacted
    public Credential retire(UUID organizationId, CredentialKind kind, UUID id, Rotation rotation) {
        requirePossible(rotation.overlap());
        var connectionId = credentials.connectionOf(organizationId, kind, id).orElseThrow(() -> unknown(kind, id));
        connections.lock(organizationId, connectionId);
        var credential = required(organizationId, kind, id);
        rotation.condition().require(credential.version);
        var before = credential.toCredential();
        requireReplaceable(before);
        credential.expires =
                Math.min(credential.expires, clock.millis() + rotation.overlap().toMillis());
        credential.version++;
        credentials.flush();
        audit.changed(before, "rotated", credential.toCredential());
        return before;
    }

    private static void requirePossible(Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(Rotation.LONGEST_OVERLAP) > 0) {
            throw RefusedException.invalid("The old one can stay valid beside the new one for at most "
                    + Rotation.LONGEST_OVERLAP.toDays() + " days; zero ends it at once.");
        }
    }

    private void requireReplaceable(Credential credential) {
        var noun = credential.kind().noun();
        if (!credential.isLive(clock.instant())) {
            throw RefusedException.of(
                    RefusedException.Kind.STATE,
                    "This " + noun + (credential.revoked() == null ? " has expired" : " is revoked")
                            + ", so there is nothing to replace. Make a new one.");
        }
        var live = credentials.countLive(
                credential.organizationId(),
                credential.connectionId(),
                credential.kind(),
                credential.userId(),
                clock.millis());
        if (live >= LIVE_PER_CONNECTION) {
            throw RefusedException.limit("There are " + LIVE_PER_CONNECTION + " live " + noun
                    + "s already, so a rotation may be under way. Revoke the one that is not needed, then rotate the"
                    + " other.");
        }
    }

    /// How long the old one lives on after a rotation that does not say.
    public Duration usualOverlap() {
        return config.overlap();
    }

    /// The credential with all that decides whether its requests are served.
    public Optional<CredentialStatus> status(UUID organizationId, UUID id) {
        return statuses.ofCredential(organizationId, id);
    }

    /// A connection with all that decides whether its requests are served, whichever credential they bring.
    public Optional<ConnectionStatus> connectionStatus(UUID organizationId, UUID connectionId) {
        return statuses.ofConnection(organizationId, connectionId);
    }

    /// The OAuth client with this id, in whichever organization it is, with all that decides about it.
    @Transactional
    public Optional<CredentialStatus> client(UUID id) {
        return credentials.organizationOfClient(id).flatMap(organization -> statuses.ofCredential(organization, id));
    }

    /// Notes that the credential was used now, unless that has been noted within {@link #LAST_USED_PRECISION}.
    @Transactional
    public void noteUse(UUID organizationId, UUID id, CredentialUse use) {
        credentials.noteUse(organizationId, id, use, clock.millis(), LAST_USED_PRECISION.toMillis());
    }

    /// For a change: two at once come one after the other.
    private CredentialEntity required(UUID organizationId, CredentialKind kind, UUID id) {
        return credentials.lock(organizationId, kind, id).orElseThrow(() -> unknown(kind, id));
    }

    private static RefusedException unknown(CredentialKind kind, UUID id) {
        return RefusedException.notFound("The organization has no " + kind.noun() + " " + id + ".");
    }
}
