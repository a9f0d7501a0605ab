package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Migrations of tables that hold something, with the version before still at work.
class MigrationTest {
    private static final DatabaseOptions OPTIONS = TestOptions.emptied();

    private static final String CONNECTION_OF_VERSION_4 =
            "INSERT INTO connection (id, organization_id, name, identity_provider, state, conformance_mode, created)"
                    + " VALUES (?, 'an-organization.', ?, 'OKTA', 'ON', 'COMPATIBLE', 0)";

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
