package dev.rollcall.sql;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;

/// What a failure of the database means, wherever among the causes of a failure it stands.
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int DUPLICATE_ENTRY = 1062;
    private static final int RECORD_CHANGED = 1020;
    private static final int DISK_FULL = 1021;
    private static final int NODE_NOT_PREPARED = 1047;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int READ_ONLY_SERVER = 1290;
    private static final int READ_ONLY_ENGINE = 1836;
    private static final int STATEMENT_TIMEOUT = 1969;

    // The driver has another connection, to the same or another host; the transaction of the old one is lost.
    private static final String TRANSACTION_LOST = "25S03";
    private static final String INTERRUPTED = "70100";
    private static final int MOST_CAUSES = 50;
    private static final Pattern DUPLICATE_KEY = Pattern.compile("for key '(?:[^'.]+\\.)?([^']+)'");

    private static final Logger LOG = Logger.getLogger(DatabaseFailure.class);

    private DatabaseFailure(SQLException cause) {
        super(cause);
    }

    /// What to throw for a failed statement. Within a transaction that is the failure itself, for {@link
    /// Transactions} to judge; a statement alone is refused with 503 where another may succeed in a moment.
    static RuntimeException of(SQLException cause, boolean withinTransaction) {
        if (withinTransaction) {
            return new DatabaseFailure(cause);
        }
        if (cause.getErrorCode() == STATEMENT_TIMEOUT) {
            return new StatementTimeoutException(cause);
        }
        if (isConflict(cause)) {
            return new UnavailableException("Other requests were in the way of this one");
        }
        return isUnavailable((Throwable) cause) ? unavailable(cause) : new DatabaseFailure(cause);
    }

    /// What to throw for a failure of Hibernate's, outside of transactions: {@link UnavailableException} where the
    /// database is away, whose cause goes to the log, and the failure itself otherwise.
    public static RuntimeException of(RuntimeException failure) {
        return isUnavailable(failure) ? unavailable(failure) : failure;
    }

    /// The refusal of a request that met a database that is away. The cause goes to the log.
    static UnavailableException unavailable(Throwable cause) {
        LOG.warnf("Database away: %s", rootMessage(cause));
        return new UnavailableException("The service cannot reach its database");
    }

    /// The refusal of a request whose commit was not acknowledged. The cause goes to the log.
    static UnavailableException inDoubt(Throwable cause) {
        LOG.warnf("A commit was not acknowledged: %s", rootMessage(cause));
        return new UnavailableException(
                "The service lost its database while it was saving this, which may have been done or not");
    }

    private static String rootMessage(Throwable failure) {
        return sqlExceptions(failure)
                .map(Throwable::getMessage)
                .reduce((_, last) -> last)
                .orElseGet(failure::toString);
    }

    /// The name of the unique key that a write would have broken.
    public static Optional<String> violatedKey(Throwable failure) {
        return sqlExceptions(failure)
                .filter(e -> e.getErrorCode() == DUPLICATE_ENTRY)
                .flatMap(e -> named(String.valueOf(e.getMessage())))
                .findFirst();
    }

    // The value comes before the key, and a client may have written anything into it.
    private static Stream<String> named(String message) {
        return DUPLICATE_KEY.matcher(message).results().map(key -> key.group(1)).reduce((_, last) -> last).stream();
    }

    /// True where another writer was in the way and the same work may succeed when it is done again from its
    /// beginning. Galera reports a failed certification as a deadlock.
    static boolean isConflict(Throwable failure) {
        return causes(failure).anyMatch(e -> e instanceof OptimisticLockException || e instanceof StaleStateException)
                || sqlExceptions(failure).anyMatch(DatabaseFailure::isConflict);
    }

    private static boolean isConflict(SQLException e) {
        return switch (e.getErrorCode()) {
            case RECORD_CHANGED, LOCK_WAIT_TIMEOUT, DEADLOCK -> true;
            default -> "40001".equals(e.getSQLState());
        };
    }

    /// True where the database cannot be reached or takes no writes now, or no connection to it became free in
    /// time.
    static boolean isUnavailable(Throwable failure) {
        return sqlExceptions(failure).anyMatch(DatabaseFailure::isUnavailable);
    }

    // The connection pool gives no state for a connection that did not become free.
    private static boolean isUnavailable(SQLException e) {
        var state = e.getSQLState();
        return switch (e.getErrorCode()) {
            case DISK_FULL, NODE_NOT_PREPARED, READ_ONLY_SERVER, READ_ONLY_ENGINE -> true;
            default ->
                state == null || state.startsWith("08") || state.equals(INTERRUPTED) || state.equals(TRANSACTION_LOST);
        };
    }

    /// True where the database has refused a value, which is no question of time.
    static boolean isRefusedValue(Throwable failure) {
        return sqlExceptions(failure)
                .map(SQLException::getSQLState)
                .anyMatch(state -> state != null && (state.startsWith("22") || state.startsWith("23")));
    }

    private static Stream<SQLException> sqlExceptions(Throwable failure) {
        return causes(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast);
    }

    // The transaction manager keeps the reason of a failed commit among the suppressed exceptions.
    private static Stream<Throwable> causes(Throwable failure) {
        var found = new ArrayList<Throwable>(List.of(failure));
        for (var i = 0; i < found.size() && found.size() < MOST_CAUSES; i++) {
            var one = found.get(i);
            Stream.concat(Stream.ofNullable(one.getCause()), Stream.of(one.getSuppressed()))
                    .filter(next -> !found.contains(next))
                    .forEach(found::add);
        }
        return found.stream();
    }
}
