package dev.rollcall.resilience;

import dev.rollcall.database.RestartableMariaDb;
import dev.rollcall.scim.conformance.Database;
import dev.rollcall.scim.conformance.DatabaseTokens;
import dev.rollcall.scim.tolerance.ConformanceMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// Several services on one MariaDB, and one organization with a token. The files of the database are below
/// `target/resilience`.
final class Replicas implements AutoCloseable {
    private static final Path DIRECTORY = Path.of("target", "resilience").toAbsolutePath();

    private final RestartableMariaDb mariaDb;
    private final List<ServiceProcess> services = new ArrayList<>();
    private final List<ScimClient> clients = new ArrayList<>();
    private final Database database;
    private final UUID organization;
    private final Map<String, String> variables;

    private Replicas(int count, Map<String, String> variables) throws IOException {
        this.variables = Map.copyOf(variables);
        Files.createDirectories(DIRECTORY);
        mariaDb = RestartableMariaDb.start(Files.createTempDirectory(DIRECTORY, "database-"));
        // The first makes the tables and the signing key; the others need not wait for one another.
        services.add(ServiceProcess.start(settings(0)));
        IntStream.range(1, count).forEach(i -> services.add(ServiceProcess.launch(settings(i))));
        services.forEach(service -> service.awaitReadiness(true, ServiceProcess.PATIENCE));
        database = Database.of(mariaDb.jdbcUrl(), mariaDb.user(), mariaDb.password());
        var tokens = new DatabaseTokens(database);
        organization = tokens.organization();
        var token = tokens.issue(organization, ConformanceMode.COMPATIBLE);
        services.forEach(service -> clients.add(new ScimClient(service.scim(), token)));
    }

    static Replicas start(int count) {
        return start(count, Map.of());
    }

    /// The same with environment variables for all of them.
    static Replicas start(int count, Map<String, String> variables) {
        try {
            return new Replicas(count, variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceProcess.Settings settings(int number) {
        var settings = ServiceProcess.Settings.of(
                        "replica-" + number, mariaDb.jdbcUrl(), mariaDb.user(), mariaDb.password())
                // The same resource then looks the same, whichever service shows it.
                .with("ROLLCALL_PUBLIC_URL", "http://localhost");
        for (var variable : variables.entrySet()) {
            settings = settings.with(variable.getKey(), variable.getValue());
        }
        return settings;
    }

    /// What a command on their database says.
    String command(String... arguments) {
        return ServiceProcess.command(settings(services.size()), arguments);
    }

    RestartableMariaDb mariaDb() {
        return mariaDb;
    }

    /// To look into the tables.
    Database database() {
        return database;
    }

    UUID organization() {
        return organization;
    }

    ServiceProcess service(int number) {
        return services.get(number);
    }

    /// A client of the service that the number falls to.
    ScimClient client(int number) {
        return clients.get(number % clients.size());
    }

    List<ServiceProcess> services() {
        return List.copyOf(services);
    }

    /// Puts another process in the place of one that was killed.
    void startAgain(int number) {
        services.set(number, services.get(number).startAgain());
    }

    @Override
    public void close() {
        clients.forEach(ScimClient::close);
        services.forEach(ServiceProcess::close);
        database.close();
        mariaDb.close();
    }
}
