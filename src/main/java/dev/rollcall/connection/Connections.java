package dev.rollcall.connection;

import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The connections of an organization.
@ApplicationScoped
public class Connections {
    private final ConnectionRepository connections;
    private final Organizations organizations;
    private final ConnectionAudit audit;
    private final UuidV7 identifiers;
    private final Clock clock;

    Connections(
            ConnectionRepository connections,
            Organizations organizations,
            ConnectionAudit audit,
            UuidV7 identifiers,
            Clock clock) {
        this.connections = connections;
        this.organizations = organizations;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Adds a connection, which is on from now.
    ///
    /// @throws RefusedException if the organization does not exist, or the name is taken in it or not a name
    @Transacted
    public Connection add(UUID organizationId, String name, IdentityProvider identityProvider, ConformanceMode mode) {
        organizations.required(organizationId);
        var connection = new ConnectionEntity();
        connection.id = identifiers.next();
        connection.organizationId = organizationId;
        connection.name = Names.checked("a connection", name);
        connection.identityProvider = identityProvider;
        connection.state = ConnectionState.ON;
        connection.mode = mode;
        connection.toleranceOverrides = ToleranceOverrides.NONE.text();
        connection.created = clock.millis();
        requireFree(organizationId, connection.name);
        connections.persistAndFlush(connection);
        audit.added(connection);
        return connection.toConnection();
    }

    /// Adds a connection, which is on from now.
    ///
    /// @throws RefusedException if the organization does not exist, or the name is taken in it or not a name
    @Transacted
    public Connection add(UUID organizationId, String name, IdentityProvider identityProvider, ConnectionMode mode) {
        return add(organizationId, name, identityProvider, mode.conformance());
    }

    /// The next so many connections of the organization, by name.
    ///
    /// @param afterName of the one behind which they begin; empty at the beginning
    @Transactional
    public List<Connection> page(UUID organizationId, String afterName, int limit) {
        return connections.page(organizationId, afterName, limit).stream()
                .map(ConnectionEntity::toConnection)
                .toList();
    }

    /// All connections of the organization, by name.
    @Transactional
    public List<Connection> list(UUID organizationId) {
        return connections.of(organizationId).stream()
                .map(ConnectionEntity::toConnection)
                .toList();
    }

    /// The one with this id in the organization.
    @Transactional
    public Optional<Connection> find(UUID organizationId, UUID id) {
        return connections.find(organizationId, id).map(ConnectionEntity::toConnection);
    }

    /// The one with this id in the organization.
    ///
    /// @throws RefusedException if there is no such connection in the organization
    @Transactional
    public Connection required(UUID organizationId, UUID id) {
        return find(organizationId, id).orElseThrow(() -> unknown(id));
    }

    /// The one with this id in the organization, which no one else changes until the running transaction ends. To be
    /// its first read, so that what is read next is what the one who held it before has left.
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Connection> lock(UUID organizationId, UUID id) {
        return connections.lock(organizationId, id).map(ConnectionEntity::toConnection);
    }

    /// The one with this name in the organization.
    @Transactional
    public Optional<Connection> named(UUID organizationId, String name) {
        return connections.named(organizationId, name).map(ConnectionEntity::toConnection);
    }

    /// Turns the connection on or off, or pauses it. Requests see it within two seconds.
    ///
    /// @throws RefusedException if there is no such connection in the organization
    @Transacted
    public Connection changeState(UUID organizationId, UUID id, ConnectionState state) {
        return change(organizationId, id, Condition.NONE, ConnectionChange.of(state));
    }

    /// Puts the connection into a conformance mode; what is set for it alone stays. Requests see it
    /// within two seconds.
    ///
    /// @throws RefusedException if there is no such connection in the organization
    @Transacted
    public Connection changeMode(UUID organizationId, UUID id, ConformanceMode mode) {
        return change(organizationId, id, Condition.NONE, ConnectionChange.of(ConnectionMode.of(mode)));
    }

    /// Sets what the connection forgives and refuses whatever its mode, or leaves it to the mode again. Requests
    /// see it within two seconds.
    ///
    /// @throws RefusedException if there is no such connection in the organization, or one tolerance is named
    ///     twice
    @Transacted
    public Connection changeTolerances(
            UUID organizationId, UUID id, Set<Tolerance> forgive, Set<Tolerance> refuse, Set<Tolerance> byDefault) {
        var connection = held(organizationId, id, Condition.NONE);
        var before = connection.toConnection();
        connection.toleranceOverrides =
                before.overrides().with(forgive, refuse, byDefault).text();
        return settled(connection, before);
    }

    /// Changes what is named in the change, at once. Requests see it within two seconds.
    ///
    /// @throws RefusedException if there is no such connection in the organization, it has changed, the name is
    ///     taken or is none, or there is no such tolerance
    @Transacted
    public Connection change(UUID organizationId, UUID id, Condition condition, ConnectionChange change) {
        var connection = held(organizationId, id, condition);
        var before = connection.toConnection();
        if (change.name() != null) {
            rename(connection, Names.checked("a connection", change.name()));
        }
        connection.identityProvider = Objects.requireNonNullElse(change.identityProvider(), before.identityProvider());
        connection.state = Objects.requireNonNullElse(change.state(), before.state());
        connection.mode = change.mode() == null ? before.mode() : change.mode().conformance();
        connection.toleranceOverrides = ToleranceChanges.applied(before.overrides(), change.tolerances())
                .text();
        return settled(connection, before);
    }

    private Connection settled(ConnectionEntity connection, Connection before) {
        if (!connection.toConnection().equals(before)) {
            connection.version++;
            audit.changed(connection, before);
        }
        return connection.toConnection();
    }

    private void rename(ConnectionEntity connection, String name) {
        if (!connection.name.equals(name)) {
            requireFree(connection.organizationId, name);
            connection.name = name;
        }
    }

    private void requireFree(UUID organizationId, String name) {
        if (connections.named(organizationId, name).isPresent()) {
            throw RefusedException.taken(
                    "The organization already has a connection '" + name + "'. Choose another name.");
        }
    }

    /// For a change: two at once come one after the other, so that neither takes back what the other did.
    private ConnectionEntity held(UUID organizationId, UUID id, Condition condition) {
        var connection = connections.lock(organizationId, id).orElseThrow(() -> unknown(id));
        condition.require(connection.version);
        return connection;
    }

    private static RefusedException unknown(UUID id) {
        return RefusedException.notFound("The organization has no connection " + id + ".");
    }
}
