package dev.rollcall.benchmark.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/// The statements that a request sends to the database, as the database's general log has them, with `?` for every
/// value.
final class SentStatements {
    // In this order: a text may hold what looks like a number.
    private static final Pattern TEXT = Pattern.compile("(?:_binary )?'(?:[^'\\\\]|\\\\.|'')*'", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?![\\w.])");
    private static final Pattern LINE =
            Pattern.compile("(?:^|\\n)(?:\\d{6}\\s+[\\d:]+)?\\s+\\d+ ([A-Z]\\w+( \\w+)?)\\t");

    // A statement that is prepared is there a second time when it is run.
    private static final Pattern PREPARED = Pattern.compile("(?m)^(?:\\d{6}\\s+[\\d:]+)?\\s+\\d+ Prepare\\t.*$");

    // Several that travel together are one entry.
    private static final Pattern PACKET = Pattern.compile("; ");

    private static final List<String> TABLES =
            List.of("scim_user", "scim_group", "group_member", "resource_value", "provisioning_event");

    private final Connection database;
    private final Path log;

    SentStatements(Connection database, Path log) {
        this.database = database;
        this.log = log;
    }

    /// A request.
    interface Request {
        void send() throws IOException, InterruptedException;
    }

    /// What the request sends, without what begins and ends a transaction.
    List<String> of(Request request) throws IOException, InterruptedException, SQLException {
        Files.deleteIfExists(log);
        execute("SET GLOBAL log_output = 'FILE', general_log_file = '" + log.toAbsolutePath() + "', general_log = 1");
        request.send();
        execute("SET GLOBAL general_log = 0");
        return statements(Files.readString(log, StandardCharsets.ISO_8859_1));
    }

    /// The statements of a log.
    static List<String> statements(String log) {
        var text = TEXT.matcher(PREPARED.matcher(log).replaceAll("")).replaceAll("?");
        return LINE.splitAsStream(text)
                .skip(1)
                .map(SentStatements::withoutValues)
                .flatMap(PACKET::splitAsStream)
                .filter(SentStatements::isOfTheRequest)
                .toList();
    }

    /// A statement with `?` for every value.
    static String withoutValues(String statement) {
        return NUMBER.matcher(TEXT.matcher(statement).replaceAll("?"))
                .replaceAll("?")
                .replace("/*client prepare*/", "")
                .replace("START TRANSACTION; ", "")
                .strip();
    }

    // Others look after tokens and keys, once in a while.
    private static boolean isOfTheRequest(String statement) {
        return TABLES.stream().anyMatch(statement::contains);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
