package dev.rollcall.sql;

/// The database has ended a statement since it took longer than it may. The same one would take as long again.
public final class StatementTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StatementTimeoutException(Throwable cause) {
        super(cause);
    }
}
