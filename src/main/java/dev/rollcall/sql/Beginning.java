package dev.rollcall.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// How one statement begins the transaction of its connection, until it is closed.
///
/// @param outside the connection that it is kept out of the transaction of, where that has not begun
/// @param begins whether it does
record Beginning(@Nullable DatabaseConnection outside, boolean begins) implements AutoCloseable {

    /// The statement may lock and write: it is in the transaction.
    static Beginning of(Connection connection) throws SQLException {
        var its = DatabaseConnection.behind(connection);
        return new Beginning(null, its != null && its.begins());
    }

    /// The statement does neither.
    static Beginning none(Connection connection) throws SQLException {
        var its = DatabaseConnection.behind(connection);
        if (its != null) {
            its.outside(true);
        }
        return new Beginning(its, false);
    }

    /// The text of the statement, with the beginning where it begins.
    String with(String text) {
        // A text of several statements is not prepared.
        return begins ? Sql.UNPREPARED + DatabaseConnection.BEGIN + "; " + text : text;
    }

    @Override
    public void close() {
        if (outside != null) {
            outside.outside(false);
        }
    }
}
