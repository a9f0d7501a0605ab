package dev.rollcall.command;

import dev.rollcall.organization.Connection;
import dev.rollcall.organization.ConnectionState;
import dev.rollcall.organization.Connections;
import dev.rollcall.organization.IdentityProvider;
import dev.rollcall.scim.schema.ConformanceMode;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rollcall connection`.
@Command(
        name = "connection",
        description = "Manages the connections of an organization.",
        mixinStandardHelpOptions = true)
class ConnectionCommand extends CommandGroup {
    private static final String ORGANIZATION = "The organization's name or id.";
    private static final String CONNECTION = "The connection's name or id.";

    private final Connections connections;
    private final Lookup lookup;

    ConnectionCommand(Connections connections, Lookup lookup) {
        this.connections = connections;
        this.lookup = lookup;
    }

    @Command(name = "add", description = "Adds a connection.", mixinStandardHelpOptions = true)
    void add(
            @Parameters(paramLabel = "ORGANIZATION", description = ORGANIZATION) String organization,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(
                            names = "--identity-provider",
                            defaultValue = "PINGONE",
                            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} is the default.")
                    IdentityProvider identityProvider,
            @Option(
                            names = "--mode",
                            defaultValue = "COMPATIBLE",
                            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} is the default.")
                    ConformanceMode mode,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var found = lookup.organization(command(), organization);
        print(List.of(connections.add(found.id(), name, identityProvider, mode)), json);
    }

    @Command(name = "list", description = "Lists an organization's connections.", mixinStandardHelpOptions = true)
    void list(
            @Parameters(paramLabel = "ORGANIZATION", description = ORGANIZATION) String organization,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        print(connections.list(lookup.organization(command(), organization).id()), json);
    }

    @Command(name = "pause", description = "Refuses requests for a while.", mixinStandardHelpOptions = true)
    void pause(
            @Parameters(paramLabel = "ORGANIZATION", description = ORGANIZATION) String organization,
            @Parameters(paramLabel = "CONNECTION", description = CONNECTION) String connection,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        change(organization, connection, json, found -> state(found, ConnectionState.PAUSED));
    }

    @Command(name = "resume", description = "Serves requests again.", mixinStandardHelpOptions = true)
    void resume(
            @Parameters(paramLabel = "ORGANIZATION", description = ORGANIZATION) String organization,
            @Parameters(paramLabel = "CONNECTION", description = CONNECTION) String connection,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        change(organization, connection, json, found -> state(found, ConnectionState.ON));
    }

    @Command(name = "turn-off", description = "Refuses all requests.", mixinStandardHelpOptions = true)
    void turnOff(
            @Parameters(paramLabel = "ORGANIZATION", description = ORGANIZATION) String organization,
            @Parameters(paramLabel = "CONNECTION", description = CONNECTION) String connection,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        change(organization, connection, json, found -> state(found, ConnectionState.OFF));
    }

    @Command(name = "set-mode", description = "Changes the conformance mode.", mixinStandardHelpOptions = true)
    void setMode(
            @Parameters(paramLabel = "ORGANIZATION", description = ORGANIZATION) String organization,
            @Parameters(paramLabel = "CONNECTION", description = CONNECTION) String connection,
            @Parameters(paramLabel = "MODE", description = "${COMPLETION-CANDIDATES}") ConformanceMode mode,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        change(
                organization,
                connection,
                json,
                found -> connections.changeMode(found.organizationId(), found.id(), mode));
    }

    private Connection state(Connection connection, ConnectionState state) {
        return connections.changeState(connection.organizationId(), connection.id(), state);
    }

    private void change(String organization, String connection, boolean json, UnaryOperator<Connection> change) {
        var owner = lookup.organization(command(), organization);
        print(List.of(change.apply(lookup.connection(command(), owner, connection))), json);
    }

    private void print(List<Connection> all, boolean json) {
        new Listing(
                        List.of("id", "name", "identityProvider", "state", "mode", "created"),
                        all.stream().map(ConnectionCommand::row).toList())
                .print(out(), json);
    }

    private static List<String> row(Connection connection) {
        return List.of(
                connection.id().toString(),
                connection.name(),
                connection.identityProvider().name(),
                connection.state().name(),
                connection.mode().name(),
                connection.created().toString());
    }
}
