package dev.rollcall.testing;

import dev.rollcall.database.EmbeddedMariaDb;
import dev.rollcall.database.TestOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The real MariaDB that every Quarkus test runs on: one server in a JVM, its schema empty at the start, below
/// `target`.
///
/// `ROLLCALL_TEST_DATABASE=system` prefers an installed `mariadbd` to the bundled one.
/// `ROLLCALL_TEST_JDBC_URL`, with `ROLLCALL_TEST_JDBC_USERNAME` and `ROLLCALL_TEST_JDBC_PASSWORD`, takes a
/// database that runs elsewhere.
public final class MariaDbTestResource implements QuarkusTestResourceLifecycleManager {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(variable("ROLLCALL_TEST_JDBC_URL")
                .map(MariaDbTestResource::external)
                .orElseGet(MariaDbTestResource::embedded));
        // What the application writes on its first start belongs into target, too.
        settings.put("rollcall.data-dir", TARGET.resolve("test-data").toString());
        settings.put("rollcall.schemas.directory", DeployedSchemas.directory().toString());
        settings.putAll(OrganizationsWithLimits.settings());
        settings.putAll(LoopbackNameServer.settings());
        return settings;
    }

    /// The server stays: the next test profile of this JVM attaches to it, and the JVM stops it when it ends.
    @Override
    public void stop() {}

    private static Map<String, String> external(String url) {
        return datasource(
                url,
                variable("ROLLCALL_TEST_JDBC_USERNAME").orElse(""),
                variable("ROLLCALL_TEST_JDBC_PASSWORD").orElse(""));
    }

    @SuppressWarnings("resource") // stopped by the launcher's own shutdown hook
    private static Map<String, String> embedded() {
        // A directory for each: an older server does not read a newer one's files.
        var directory =
                TARGET.resolve("test-database").resolve(TestOptions.preferSystemBinaries() ? "system" : "bundled");
        var database = EmbeddedMariaDb.attachOrStart(directory, TestOptions.emptied());
        return datasource(database.jdbcUrl(), database.user(), database.password());
    }

    private static Map<String, String> datasource(String url, String user, String password) {
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", user,
                "quarkus.datasource.password", password);
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
