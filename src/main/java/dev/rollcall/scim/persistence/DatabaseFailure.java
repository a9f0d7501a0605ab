package dev.rollcall.scim.persistence;

import dev.rollcall.scim.error.ScimException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What a failure of the database means, wherever in a chain of causes it stands.
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int DUPLICATE_ENTRY = 1062;
    private static final int RECORD_CHANGED = 1020;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final Pattern DUPLICATE_KEY = Pattern.compile("for key '(?:[^'.]+\\.)?([^']+)'");

    private static final Logger LOG = Logger.getLogger(DatabaseFailure.class);

    private DatabaseFailure(SQLException cause) {
        super(cause);
    }

    /// What to throw for a failed statement: 503 where the database is away, otherwise the failure itself.
    static RuntimeException of(SQLException cause) {
        return isUnavailable(cause) ? unavailable(cause) : new DatabaseFailure(cause);
    }

    /// The refusal of a request that met a database that is away. The cause goes to the log.
    static ScimException unavailable(Throwable cause) {
        LOG.warnf("Database away: %s", rootMessage(cause));
        return ScimException.unavailable("The service cannot reach its database");
    }

    private static String rootMessage(Throwable failure) {
        return sqlExceptions(failure)
                .map(Throwable::getMessage)
                .reduce((_, last) -> last)
                .orElse("no connection");
    }

    /// The name of the unique key that a write would have broken.
    public static Optional<String> violatedKey(Throwable failure) {
        return sqlExceptions(failure)
                .filter(e -> e.getErrorCode() == DUPLICATE_ENTRY)
                .map(e -> DUPLICATE_KEY.matcher(String.valueOf(e.getMessage())))
                .flatMap(matcher -> matcher.find() ? Stream.of(matcher.group(1)) : Stream.empty())
                .findFirst();
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

    /// True where the database cannot be reached, or no connection to it became free in time.
    static boolean isUnavailable(Throwable failure) {
        return sqlExceptions(failure).anyMatch(e -> isConnectionState(e.getSQLState()));
    }

    // The connection pool gives no state for a connection that did not become free.
    private static boolean isConnectionState(@Nullable String state) {
        return state == null || state.startsWith("08") || state.equals("70100");
    }

    private static Stream<SQLException> sqlExceptions(Throwable failure) {
        return causes(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
