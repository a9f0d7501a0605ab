package dev.rollcall.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// One table to see whether data is still there.
final class Rows {

    private Rows() {}

    static void insert(EmbeddedMariaDb database, String value) {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var insert = connection.prepareStatement("insert into kept values (?)")) {
            statement.execute("create table if not exists kept (value varchar(100))");
            insert.setString(1, value);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> of(EmbeddedMariaDb database) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select value from kept")) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static Connection connect(EmbeddedMariaDb database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
