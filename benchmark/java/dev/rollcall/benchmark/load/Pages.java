package dev.rollcall.benchmark.load;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;

/// Reads every page of a database's tables and indexes, so that what is measured next finds them in memory: `Pages
/// JDBC-URL`. User and password come from the environment, as for the service.
public final class Pages {
    private static final String INDEXES = "SELECT DISTINCT CONCAT('SELECT COUNT(*) FROM `', table_name, '` FORCE INDEX"
            + " (`', index_name, '`)') FROM information_schema.statistics WHERE table_schema = DATABASE()";

    private Pages() {}

    /// Runs the command.
    public static void main(String[] arguments) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        arguments[0],
                        System.getenv("QUARKUS_DATASOURCE_USERNAME"),
                        System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
                var statement = connection.createStatement()) {
            var walks = new ArrayList<String>();
            try (var indexes = statement.executeQuery(INDEXES)) {
                while (indexes.next()) {
                    walks.add(indexes.getString(1));
                }
            }
            for (var walk : walks) {
                statement.executeQuery(walk).close();
            }
        }
    }
}
