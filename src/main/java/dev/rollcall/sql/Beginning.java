package dev.rollcall.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Who begins the transaction of a connection for one statement of ours, until that is closed.
///
/// @param connection the connection, where it does not do so itself
/// @param begins whether the statement does
record Beginning(@Nullable DatabaseConnection connection, boolean begins) implements AutoCloseable {

    /// The statement may lock and write: it is in the transaction.
    static Beginning of(Connection connection) throws SQLException {
        var its = DatabaseConnection.behind(connection);
        return its != null && its.begins() ? leftAlone(its, true) : new Beginning(null, false);
    }

    /// The statement does neither, and goes ahead of a transaction that has not begun.
    static Beginning none(Connection connection) throws SQLException {
        return leftAlone(DatabaseConnection.behind(connection), false);
    }

    private static Beginning leftAlone(@Nullable DatabaseConnection connection, boolean begins) {
        if (connection != null) {
            connection.leaveAlone(true);
        }
        return new Beginning(connection, begins);
    }

    /// The text of the statement, with the beginning where it begins.
    String with(String text) {
        // A text of several statements is not prepared.
        return begins ? Sql.UNPREPARED + DatabaseConnection.BEGIN + "; " + text : text;
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.leaveAlone(false);
        }
    }
}
