package dev.rollcall.benchmark.ceiling;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The only organization that the database holds.
@ApplicationScoped
class Organization {
    private final byte[] id;

    Organization(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var organizations = connection.createStatement().executeQuery("SELECT id FROM organization")) {
            organizations.next();
            id = organizations.getBytes(1);
        }
    }

    /// Its identifier, 16 bytes.
    byte[] id() {
        return id;
    }
}
