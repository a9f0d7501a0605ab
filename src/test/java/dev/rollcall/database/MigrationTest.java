package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Migrations of tables that hold something, with the version before still at work.
class MigrationTest {
    private static final DatabaseOptions OPTIONS = TestOptions.emptied();

    private static final String CONNECTION_OF_VERSION_4 =
            "INSERT INTO connection (id, organization_id, name, identity_provider, state, conformance_mode, created)"
                    + " VALUES (?, 'an-organization.', ?, 'OKTA', 'ON', 'COMPATIBLE', 0)";

    private static final String USERS_OF_VERSION_16 =
            "INSERT INTO scim_user (id, organization_id, user_name, user_name_key, active, created, last_modified, version,"
                    + " document, search_document) SELECT UNHEX(MD5(CONCAT('%1$s', seq))), 'an-organization.',"
                    + " CONCAT('%1$s', seq), CONCAT('%1$s', seq), %3$s, 1, 1, 1, '{}', '{}' FROM seq_%2$s";

    private static final String KEPT = "SELECT CONCAT(SUM(resources), ' ', SUM(active), ' ', SUM(inactive))"
            + " FROM resource_total WHERE organization_id = 'an-organization.' AND resource_type = 'User'";

    private static final String COUNTED =
            "SELECT CONCAT(COUNT(*), ' ', SUM(active <=> TRUE), ' ', SUM(active <=> FALSE)) FROM scim_user";

    @TempDir
    Path directory;

    @Test
    void connectionsOverrideNothingWhetherMadeBeforeTheMigrationOrByTheVersionBefore() throws SQLException {
        try (var database = EmbeddedMariaDb.start(directory, OPTIONS);
                var connection = Rows.connect(database)) {
            migrate(database, "4");
            execute(
                    connection,
                    "INSERT INTO organization (id, name, plan, created)"
                            + " VALUES ('an-organization.', 'Acme', 'ENTERPRISE', 0)");
            add(connection, "Before");

            migrate(database, "5");
            add(connection, "After");
            execute(connection, "UPDATE connection SET conformance_mode = 'STRICT' WHERE name = 'Before'");

            assertThat(overrides(connection)).containsExactly("After:", "Before:");
        }
    }

    @Test
    void whatIsThereIsCountedWhileTheVersionBeforeGoesOn() throws Exception {
        try (var database = EmbeddedMariaDb.start(directory, OPTIONS);
                var connection = Rows.connect(database);
                var before = Rows.connect(database);
                var threads = Executors.newSingleThreadExecutor()) {
            migrate(database, "16");
            execute(
                    connection,
                    "INSERT INTO organization (id, name, plan, created)"
                            + " VALUES ('an-organization.', 'Acme', 'ENTERPRISE', 0)");
            execute(connection, USERS_OF_VERSION_16.formatted("a", "1_to_500", "seq % 10 <> 0"));
            before.setAutoCommit(false);
            execute(before, USERS_OF_VERSION_16.formatted("open", "1_to_1", "NULL"));
            var done = new AtomicBoolean();
            var writing = CompletableFuture.runAsync(() -> write(before, done), threads);

            migrate(database, "17");
            done.set(true);
            writing.get();

            assertThat(texts(connection, KEPT))
                    .isEqualTo(texts(connection, COUNTED))
                    .hasSize(1);
            execute(connection, "DELETE FROM scim_user WHERE active");
            execute(connection, "UPDATE scim_user SET active = TRUE");
            assertThat(texts(connection, KEPT))
                    .isEqualTo(texts(connection, COUNTED))
                    .hasSize(1);
        }
    }

    /// Creates, switches and deletes until it is told to end.
    private static void write(Connection connection, AtomicBoolean done) {
        try {
            for (var i = 0; !done.get(); i++) {
                connection.commit();
                execute(connection, USERS_OF_VERSION_16.formatted("b" + i, "1_to_3", "seq % 2"));
                execute(connection, "UPDATE scim_user SET active = NOT active WHERE user_name = 'a" + (i % 500) + "'");
                execute(connection, "DELETE FROM scim_user WHERE user_name = 'a" + (i * 7 % 500) + "'");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void migrate(EmbeddedMariaDb database, String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static void add(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement(CONNECTION_OF_VERSION_4)) {
            statement.setString(1, (name + "................").substring(0, 16));
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> overrides(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name, tolerance_overrides FROM connection ORDER BY name")) {
            while (rows.next()) {
                found.add(rows.getString(1) + ":" + rows.getString(2));
            }
        }
        return found;
    }
}
