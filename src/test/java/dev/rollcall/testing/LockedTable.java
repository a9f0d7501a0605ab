package dev.rollcall.testing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// A table that nobody else reads or writes until it is closed: what needs it takes as long as a test likes.
public final class LockedTable implements AutoCloseable {
    private final Connection connection;

    private LockedTable(Connection connection) {
        this.connection = connection;
    }

    /// Locks a table.
    public static LockedTable of(DataSource dataSource, String table) throws SQLException {
        var connection = dataSource.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLES " + table + " WRITE");
        }
        return new LockedTable(connection);
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("UNLOCK TABLES");
        }
    }
}
