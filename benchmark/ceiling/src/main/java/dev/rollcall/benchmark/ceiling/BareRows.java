package dev.rollcall.benchmark.ceiling;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// The least that any service with a database must do, whatever its statements are: one row found by its primary key, or
/// inserted and committed.
@ApplicationScoped
class BareRows {
    private static final String READ = "SELECT document FROM scim_user WHERE id = ?";
    private static final String CREATE = "INSERT INTO scim_user (id, organization_id, external_id, display_name_key,"
            + " created, last_modified, version, document, search_document, user_name, user_name_key, active)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource database;
    private final Organization organization;

    BareRows(DataSource database, Organization organization) {
        this.database = database;
        this.organization = organization;
    }

    /// The document of a user.
    Optional<String> read(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(READ)) {
            statement.setBytes(1, Ids.bytes(id));
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /// Inserts the row of a user, and nothing beside it.
    void create(NewUser user) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(CREATE)) {
            var values = user.row(organization.id());
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
