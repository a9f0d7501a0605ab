package dev.rollcall.connection;

import dev.rollcall.organization.Organizations;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The connections of an organization.
@ApplicationScoped
public class Connections {
    private final ConnectionRepository connections;
    private final Organizations organizations;
    private final UuidV7 identifiers;
    private final Clock clock;

    Connections(ConnectionRepository connections, Organizations organizations, UuidV7 identifiers, Clock clock) {
        this.connections = connections;
        this.organizations = organizations;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Adds a connection, which is on from now.
    ///
    /// @throws RefusedException if the organization does not exist, or the name is taken in it or not a name
    @Transacted
    public Connection add(UUID organizationId, String name, IdentityProvider identityProvider, ConformanceMode mode) {
        if (organizations.find(organizationId).isEmpty()) {
            throw RefusedException.notFound("There is no organization " + organizationId + ".");
        }
        var connection = new ConnectionEntity();
        connection.id = identifiers.next();
        connection.organizationId = organizationId;
        connection.name = Names.checked("a connection", name);
        connection.identityProvider = identityProvider;
        connection.state = ConnectionState.ON;
        connection.mode = mode;
        connection.toleranceOverrides = ToleranceOverrides.NONE.text();
        connection.created = clock.millis();
        if (connections.named(organizationId, connection.name).isPresent()) {
            throw RefusedException.taken(
                    "The organization already has a connection '" + connection.name + "'. Choose another name.");
        }
        connections.persistAndFlush(connection);
        return connection.toConnection();
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
        var connection = required(organizationId, id);
        connection.state = state;
        return connection.toConnection();
    }

    /// Puts the connection into a conformance mode; what is set for it alone stays. Requests see it
    /// within two seconds.
    ///
    /// @throws RefusedException if there is no such connection in the organization
    @Transacted
    public Connection changeMode(UUID organizationId, UUID id, ConformanceMode mode) {
        var connection = required(organizationId, id);
        connection.mode = mode;
        return connection.toConnection();
    }

    /// Sets what the connection forgives and refuses whatever its mode, or leaves it to the mode again. Requests
    /// see it within two seconds.
    ///
    /// @throws RefusedException if there is no such connection in the organization, or one tolerance is named
    ///     twice
    @Transacted
    public Connection changeTolerances(
            UUID organizationId, UUID id, Set<Tolerance> forgive, Set<Tolerance> refuse, Set<Tolerance> byDefault) {
        var connection = required(organizationId, id);
        connection.toleranceOverrides = ToleranceOverrides.parse(connection.toleranceOverrides)
                .with(forgive, refuse, byDefault)
                .text();
        return connection.toConnection();
    }

    /// For a change: two at once come one after the other, so that neither takes back what the other did.
    private ConnectionEntity required(UUID organizationId, UUID id) {
        return connections
                .lock(organizationId, id)
                .orElseThrow(() -> RefusedException.notFound("The organization has no connection " + id + "."));
    }
}
