package dev.rollcall.resilience.galera;

import dev.rollcall.resilience.ScimClient;
import dev.rollcall.resilience.ServiceProcess;
import dev.rollcall.scim.conformance.Database;
import dev.rollcall.scim.conformance.DatabaseTokens;
import dev.rollcall.scim.tolerance.ConformanceMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// As many services as the cluster has nodes, and one organization with a token. Each service names all nodes
/// and begins with another one, so that all nodes are written to. The files are below `target/resilience`.
final class Replicas implements AutoCloseable {
    private static final Path DIRECTORY = Path.of("target", "resilience").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// What `docs/operations.md` recommends. Without the wait, reads through another node can be behind.
    private static final String OPTIONS =
            "?socketTimeout=30000&sessionVariables=innodb_lock_wait_timeout=5,wsrep_sync_wait="
                    + Integer.getInteger("rollcall.galera.sync-wait", 1);

    /// What one organization may send, and the most at once.
    static final int RATE = 10;

    static final int BURST = 200;
    private static final UUID LIMITED = UUID.fromString("01990000-0000-7000-8000-000000000001");

    private final GaleraCluster cluster;
    private final List<ServiceProcess> services = new ArrayList<>();
    private final List<ScimClient> clients = new ArrayList<>();
    private final List<Database> databases = new ArrayList<>();
    private final UUID organization;
    private final List<ScimClient> limited = new ArrayList<>();

    private Replicas(GaleraCluster cluster) {
        this.cluster = cluster;
        // The first makes the tables and the signing key; the others need not wait for one another.
        services.add(ServiceProcess.start(settings(0)));
        for (var i = 1; i < GaleraCluster.SIZE; i++) {
            services.add(ServiceProcess.launch(settings(i)));
        }
        awaitReadiness();
        for (var i = 0; i < GaleraCluster.SIZE; i++) {
            databases.add(Database.of(
                    cluster.jdbcUrlOf(i) + "?sessionVariables=wsrep_sync_wait=15", cluster.user(), cluster.password()));
        }
        var tokens = new DatabaseTokens(databases.getFirst());
        organization = tokens.organization();
        var token = tokens.issue(organization, ConformanceMode.COMPATIBLE);
        services.forEach(service -> clients.add(new ScimClient(service.scim(), token)));
        var limitedToken = tokens.issue(tokens.organization(LIMITED), ConformanceMode.COMPATIBLE);
        services.forEach(service -> limited.add(new ScimClient(service.scim(), limitedToken)));
    }

    static Replicas start() {
        try {
            Files.createDirectories(DIRECTORY);
            return new Replicas(GaleraCluster.start(Files.createTempDirectory(DIRECTORY, "galera-")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceProcess.Settings settings(int number) {
        return ServiceProcess.Settings.of(
                        "galera-replica-" + number,
                        cluster.jdbcUrl(number) + OPTIONS,
                        cluster.user(),
                        cluster.password())
                // Counted, but only one organization can send too much.
                .with("ROLLCALL_RATE_LIMITS_ENABLED", "true")
                .with("ROLLCALL_RATE_LIMITS_ORGANIZATION_REQUESTS_PER_SECOND", "1000000")
                .with(limit("REQUESTS_PER_SECOND"), Integer.toString(RATE))
                .with(limit("BURST"), Integer.toString(BURST));
    }

    private static String limit(String name) {
        return "ROLLCALL_RATE_LIMITS_ORGANIZATIONS__" + LIMITED.toString().replace('-', '_') + "__" + name;
    }

    GaleraCluster cluster() {
        return cluster;
    }

    /// To look into the tables of a node, once all that was committed on any of them is there.
    Database database(int node) {
        return databases.get(node);
    }

    UUID organization() {
        return organization;
    }

    /// A client of one service.
    ScimClient client(int number) {
        return clients.get(number);
    }

    /// A client of one service and of the organization that may send {@link #RATE} requests a second.
    ScimClient limited(int number) {
        return limited.get(number);
    }

    ServiceProcess service(int number) {
        return services.get(number);
    }

    /// Waits until no service says that it can serve.
    void awaitUnreadiness() {
        services.forEach(service -> service.awaitReadiness(false, PATIENCE));
    }

    /// Waits until every service says that it can serve.
    void awaitReadiness() {
        services.forEach(service -> service.awaitReadiness(true, PATIENCE));
    }

    @Override
    public void close() {
        clients.forEach(ScimClient::close);
        limited.forEach(ScimClient::close);
        services.forEach(ServiceProcess::close);
        databases.forEach(Database::close);
        cluster.close();
    }
}
