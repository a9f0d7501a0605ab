package dev.rollcall.scim.conformance;

import dev.rollcall.testing.MariaDbTestResource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// The database of the service under test. Tests see through it what no answer shows, in this process and from
/// beside a packaged service alike. For several threads.
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AgroalDataSource pool;

    private Database(AgroalDataSource pool) {
        this.pool = pool;
    }

    /// The one that all tests share.
    static Database ofTheTests() {
        var settings = new MariaDbTestResource().start();
        return of(
                Objects.requireNonNull(settings.get("quarkus.datasource.jdbc.url")),
                Objects.requireNonNull(settings.get("quarkus.datasource.username")),
                Objects.requireNonNull(settings.get("quarkus.datasource.password")));
    }

    /// Any; it must be there.
    public static Database of(String jdbcUrl, String user, String password) {
        try {
            return new Database(AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                            .acquisitionTimeout(PATIENCE)
                            // Tests restart databases.
                            .connectionValidator(ConnectionValidator.defaultValidator())
                            .validateOnBorrow(true)
                            .connectionFactoryConfiguration(connections -> connections
                                    .jdbcUrl(jdbcUrl)
                                    .principal(new NamePrincipal(user))
                                    .credential(new SimplePassword(password))))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs a statement. Identifiers are given as {@link UUID}s.
    public void update(String sql, Object... parameters) {
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

    /// The rows of a query.
    public <T> List<T> rows(String sql, Row<T> row, Object... parameters) {
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
    public interface Row<T> {
        /// The value of the row at which `row` stands.
        T read(ResultSet row) throws SQLException;
    }
}
