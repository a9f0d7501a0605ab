package dev.rollcall.benchmark.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes rows to a database: each batch is one transaction, and one round trip a statement.
final class Writer implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Writer(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (var settings = connection.createStatement()) {
            // The rows refer to what was written just before.
            settings.execute("SET SESSION foreign_key_checks = 0");
        }
    }

    void write(Rows rows) throws SQLException {
        for (var entry : rows.bySql().entrySet()) {
            var statement = statements.get(entry.getKey());
            if (statement == null) {
                statement = connection.prepareStatement(entry.getKey());
                statements.put(entry.getKey(), statement);
            }
            for (var values : entry.getValue()) {
                bind(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        connection.commit();
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
