package dev.rollcall.benchmark.ceiling;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// Runs the service's statements by plain JDBC, without a look at what is in the rows.
@ApplicationScoped
class UserRows {
    private static final String READ = Statements.of("read").getFirst();
    private static final String FIND = Statements.of("find").getFirst();
    // In one packet, as the service sends them; the driver leaves a text of several statements to the server only so.
    private static final String CREATE = "/*client prepare*/" + String.join("; ", Statements.of("create"));
    private static final int DOCUMENT = 5;

    private final DataSource database;
    private final Organization organization;

    UserRows(DataSource database, Organization organization) {
        this.database = database;
        this.organization = organization;
    }

    /// The document of a user.
    Optional<String> read(UUID id) throws SQLException {
        return document(READ, Ids.bytes(id), organization.id());
    }

    /// The document of the user with this userName.
    Optional<String> find(String userName) throws SQLException {
        return document(FIND, organization.id(), userName, 200, 0);
    }

    /// Inserts a user whose documents are the body.
    void create(NewUser user) throws SQLException {
        var owner = organization.id();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(CREATE)) {
                bind(statement, values(user, owner));
                statement.execute();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static Object[] values(NewUser user, byte[] owner) {
        var row = Stream.of(user.row(owner));
        var work = Stream.of(owner, user.id(), "emails.value", 0, user.userName());
        var home = Stream.of(owner, user.id(), "emails.value", 1, "home-" + user.userName());
        var event = Stream.of(Ids.next(), owner, owner, "User", user.id(), "created", 1, user.now(), "", owner);
        var call = Stream.of("ceiling", "POST", "/Users", user.userName(), user.userName(), 201, "", "", 0, 0, "", 0, 1, "");
        return Stream.of(row, work, home, event, call).flatMap(each -> each).toArray();
    }

    private Optional<String> document(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(DOCUMENT)) : Optional.empty();
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
