package dev.rollcall.sql;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The statements of one transaction that were not sent yet ({@link Sql#later}).
final class Waiting implements Synchronization {
    /// How many characters and bytes of values go in one packet, unless one statement alone has more. A server takes
    /// 16 MiB unless told otherwise, and escapes may double what is sent.
    private static final int LARGEST_PACKET = 1 << 20;

    private final Consumer<List<Statement>> sender;
    private List<Statement> statements = new ArrayList<>();
    private long size;

    Waiting(Consumer<List<Statement>> sender) {
        this.sender = sender;
    }

    /// @param mustChange whether it has to change a row
    record Statement(SqlText text, boolean mustChange) {
        private long size() {
            return text.values().stream().mapToLong(Statement::size).sum();
        }

        private static long size(Object value) {
            return switch (value) {
                case String string -> string.length();
                case byte[] bytes -> bytes.length;
                default -> Long.BYTES;
            };
        }

        void check(long changed) {
            if (mustChange && changed == 0) {
                throw new OptimisticLockException("Another writer has changed the row");
            }
        }
    }

    void add(Statement statement) {
        var its = statement.size();
        if (size + its > LARGEST_PACKET) {
            flush();
        }
        statements.add(statement);
        size += its;
    }

    /// Sends all of them.
    void flush() {
        if (statements.isEmpty()) {
            return;
        }
        var all = statements;
        statements = new ArrayList<>();
        size = 0;
        sender.accept(all);
    }

    /// The statements in one text, which no server prepares where they are several.
    static String text(List<Statement> statements) {
        return statements.size() == 1
                ? Sql.sent(statements.getFirst().text())
                : statements.stream()
                        .map(statement -> statement.text().sql())
                        .collect(Collectors.joining("; ", Sql.UNPREPARED, ""));
    }

    /// The values of all of them.
    static List<Object> values(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.text().values().stream())
                .toList();
    }

    @Override
    public void beforeCompletion() {
        flush();
    }

    @Override
    public void afterCompletion(int status) {
        // A transaction that failed has let go of them.
    }
}
