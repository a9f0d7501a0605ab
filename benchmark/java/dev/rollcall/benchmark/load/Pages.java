package dev.rollcall.benchmark.load;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads every page of a database's tables and indexes, so that what is measured next finds them in memory, and has the
/// planner's statistics made anew, which stand where they were when rows came faster than the server counts: `Pages
/// JDBC-URL`. User and password come from the environment, as for the service.
public final class Pages {
    private static final String INDEXES = "SELECT DISTINCT CONCAT('SELECT COUNT(*) FROM `', table_name, '` FORCE INDEX"
            + " (`', index_name, '`)') FROM information_schema.statistics WHERE table_schema = DATABASE()";
    private static final String TABLES =
            "SELECT CONCAT('ANALYZE TABLE `', table_name, '`') FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'";

    private Pages() {}

    /// Runs the command.
    public static void main(String[] arguments) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        arguments[0],
                        System.getenv("QUARKUS_DATASOURCE_USERNAME"),
                        System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
                var statement = connection.createStatement()) {
            var all = new ArrayList<String>();
            for (var made : List.of(TABLES, INDEXES)) {
                try (var statements = statement.executeQuery(made)) {
                    while (statements.next()) {
                        all.add(statements.getString(1));
                    }
                }
            }
            for (var one : all) {
                statement.executeQuery(one).close();
            }
        }
    }
}
