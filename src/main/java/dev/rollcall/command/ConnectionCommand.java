package dev.rollcall.command;

import dev.rollcall.command.Listing.Column;
import dev.rollcall.connection.Connection;
import dev.rollcall.connection.ConnectionState;
import dev.rollcall.connection.Connections;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rollcall connection`.
@Command(
        name = "connection",
        description = "Manages the connections of an organization.",
        mixinStandardHelpOptions = true)
class ConnectionCommand extends CommandGroup {
    private static final List<Column<Connection>> COLUMNS = List.of(
            new Column<>("id", Connection::id),
            new Column<>("name", Connection::name),
            new Column<>("identityProvider", Connection::identityProvider),
            new Column<>("state", Connection::state),
            new Column<>("mode", Connection::mode),
            new Column<>("overrides", connection -> connection.overrides().text()),
            new Column<>("created", Connection::created));

    private final Connections connections;
    private final Lookup lookup;

    ConnectionCommand(Connections connections, Lookup lookup) {
        this.connections = connections;
        this.lookup = lookup;
    }

    @Command(name = "add", description = "Adds a connection.", mixinStandardHelpOptions = true)
    void add(
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
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
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        print(connections.list(lookup.organization(command(), organization).id()), json);
    }

    @Command(name = "pause", description = "Refuses requests for a while.", mixinStandardHelpOptions = true)
    void pause(@Mixin NamedConnection named) {
        change(named, found -> state(found, ConnectionState.PAUSED));
    }

    @Command(name = "resume", description = "Serves requests again.", mixinStandardHelpOptions = true)
    void resume(@Mixin NamedConnection named) {
        change(named, found -> state(found, ConnectionState.ON));
    }

    @Command(name = "turn-off", description = "Refuses all requests.", mixinStandardHelpOptions = true)
    void turnOff(@Mixin NamedConnection named) {
        change(named, found -> state(found, ConnectionState.OFF));
    }

    @Command(name = "set-mode", description = "Changes the conformance mode.", mixinStandardHelpOptions = true)
    void setMode(
            @Mixin NamedConnection named,
            @Parameters(index = "2", paramLabel = "MODE", description = "${COMPLETION-CANDIDATES}")
                    ConformanceMode mode) {
        change(named, found -> connections.changeMode(found.organizationId(), found.id(), mode));
    }

    @Command(
            name = "tolerances",
            description = "Lists what the connection forgives, after changing what is set for it alone.",
            mixinStandardHelpOptions = true)
    void tolerances(
            @Mixin NamedConnection named,
            @Option(
                            names = "--forgive",
                            paramLabel = "TOLERANCE",
                            description = "Forgives it, whatever the mode; may be repeated.")
                    @Nullable
                    Set<Tolerance> forgive,
            @Option(
                            names = "--refuse",
                            paramLabel = "TOLERANCE",
                            description = "Refuses it, whatever the mode; may be repeated.")
                    @Nullable
                    Set<Tolerance> refuse,
            @Option(
                            names = "--default",
                            paramLabel = "TOLERANCE",
                            description = "Leaves it to the mode again; may be repeated.")
                    @Nullable
                    Set<Tolerance> byDefault) {
        var found = lookup.connection(command(), named);
        var isChange = Stream.of(forgive, refuse, byDefault).anyMatch(Objects::nonNull);
        var shown = isChange
                ? connections.changeTolerances(
                        found.organizationId(), found.id(), orNone(forgive), orNone(refuse), orNone(byDefault))
                : found;
        ToleranceRows.listing(shown.tolerances()).print(out(), named.json);
    }

    private static Set<Tolerance> orNone(@Nullable Set<Tolerance> given) {
        return given == null ? Set.of() : given;
    }

    private Connection state(Connection connection, ConnectionState state) {
        return connections.changeState(connection.organizationId(), connection.id(), state);
    }

    private void change(NamedConnection named, UnaryOperator<Connection> change) {
        print(List.of(change.apply(lookup.connection(command(), named))), named.json);
    }

    private void print(List<Connection> all, boolean json) {
        Listing.of(all, COLUMNS).print(out(), json);
    }
}
