package dev.rollcall.scim.conformance;

import dev.rollcall.testing.MariaDbTestResource;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/// The database of the service under test, which is the one of all tests. The scenarios see through it what no
/// answer shows, in this process and from beside a packaged service alike.
final class Database implements AutoCloseable {
    private final MariaDbPoolDataSource pool;

    private Database(MariaDbPoolDataSource pool) {
        this.pool = pool;
    }

    static Database ofTheTests() {
        var settings = new MariaDbTestResource().start();
        var url = settings.get("quarkus.datasource.jdbc.url");
        try {
            var pool = new MariaDbPoolDataSource();
            pool.setUser(settings.get("quarkus.datasource.username"));
            pool.setPassword(settings.get("quarkus.datasource.password"));
            // Last, because it connects.
            pool.setUrl(url + (url != null && url.contains("?") ? "&" : "?") + "maxPoolSize=8");
            return new Database(pool);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void update(String sql, Object... parameters) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, column(parameters[i]));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    <T> List<T> rows(String sql, Row<T> row, Object... parameters) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, column(parameters[i]));
            }
            var rows = new ArrayList<T>();
            try (var results = statement.executeQuery()) {
                while (results.next()) {
                    rows.add(row.read(results));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Object column(Object parameter) {
        return parameter instanceof UUID id
                ? ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array()
                : parameter;
    }

    @Override
    public void close() {
        pool.close();
    }

    /// Reads one row.
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
