package dev.rollcall.benchmark.ceiling;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/// Runs the service's statements by plain JDBC, without a look at what is in the rows.
@ApplicationScoped
class UserRows {
    private static final List<String> READ = Statements.of("read");
    private static final List<String> FIND = Statements.of("find");
    private static final List<String> CREATE = Statements.of("create");
    private static final int DOCUMENT = 5;
    private static final int GROUP = 7;

    private final DataSource database;
    private final byte[] organization;

    UserRows(DataSource database) throws SQLException {
        this.database = database;
        try (var connection = database.getConnection();
                var organizations = connection.createStatement().executeQuery("SELECT id FROM organization")) {
            organizations.next();
            this.organization = organizations.getBytes(1);
        }
    }

    /// The document of a user.
    Optional<String> read(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(READ.getFirst())) {
            bind(statement, bytes(id), organization, organization, bytes(id));
            try (var row = statement.executeQuery()) {
                String document = null;
                while (row.next()) {
                    if (row.getBytes(1) == null) {
                        row.getBytes(GROUP);
                    } else {
                        document = row.getString(DOCUMENT);
                    }
                }
                return Optional.ofNullable(document);
            }
        }
    }

    /// The document of the user with this userName.
    Optional<String> find(String userName) throws SQLException {
        try (var connection = database.getConnection()) {
            var found = document(connection, FIND.getFirst(), organization, userName, 200, 0);
            if (found.isPresent()) {
                groups(connection, FIND.getLast(), found.get().id());
            }
            return found.map(Found::document);
        }
    }

    /// Inserts a user whose documents are the body.
    void create(String body) throws SQLException {
        var userName = between(body, "\"userName\":\"");
        var user = bytes(newId());
        var now = System.currentTimeMillis();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run(
                    connection,
                    CREATE.get(0),
                    user,
                    organization,
                    userName,
                    userName,
                    between(body, "\"externalId\":\""),
                    userName,
                    true,
                    now,
                    now,
                    1,
                    body,
                    body);
            run(
                    connection,
                    CREATE.get(1),
                    organization,
                    user,
                    "emails.value",
                    0,
                    userName,
                    organization,
                    user,
                    "emails.value",
                    1,
                    "home-" + userName);
            run(
                    connection,
                    CREATE.get(2),
                    bytes(newId()),
                    organization,
                    organization,
                    "User",
                    user,
                    "created",
                    1,
                    now,
                    "");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private record Found(byte[] id, String document) {}

    private static Optional<Found> document(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Found(row.getBytes(1), row.getString(DOCUMENT)))
                        : Optional.empty();
            }
        }
    }

    private void groups(Connection connection, String sql, byte[] user) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, organization, user);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    row.getBytes(2);
                }
            }
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static String between(String text, String prefix) {
        var begin = text.indexOf(prefix) + prefix.length();
        return text.substring(begin, text.indexOf('"', begin));
    }

    private static UUID newId() {
        var random = ThreadLocalRandom.current();
        var high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() >>> 2 | 0x8000000000000000L);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
