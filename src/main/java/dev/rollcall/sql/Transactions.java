package dev.rollcall.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Runs a write as one transaction. Work that lost against another writer (a version race, a deadlock, a failed
/// certification), or whose connection broke before it was to be committed, is done again from its beginning,
/// after a short random pause; a conditional request then finds the other version and is refused. What broke
/// while it was being committed is never done again: nobody knows whether it was done.
@ApplicationScoped
public class Transactions {
    /// For how long work that meets other writers is begun again before the client is asked to come again.
    /// Together with the longest wait for a lock, of which it bounds the number, it bounds the time to an
    /// answer.
    static final Duration LONGEST = Duration.ofSeconds(10);

    /// How often work is begun anew after its connection broke: one more may have been broken by the same event.
    static final int RECONNECTIONS = 2;

    private static final int LONGEST_PAUSE_MILLIS = 256;
    /// The first pause is at most 8 ms.
    private static final int DOUBLINGS = 6;

    private final Sql sql;

    Transactions(Sql sql) {
        this.sql = sql;
    }

    /// Sends what the running transaction writes later ({@link Sql#later}), so that what that fails with comes here.
    public void send() {
        sql.flush();
    }

    /// Runs `work`, which must not keep anything of an earlier attempt. Within a transaction it is a part of that.
    ///
    /// @throws DuplicateKeyException where it would break a unique key
    /// @throws UnavailableException where the conflict lasts or the database is away
    /// @throws RuntimeException what the work throws
    public <T> T write(Supplier<T> work) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return part(work);
        }
        var attempts = new Attempts();
        while (true) {
            var attempt = new Attempt<>(work, sql);
            try {
                return QuarkusTransaction.requiringNew().call(attempt::run);
            } catch (RuntimeException failure) {
                attempts.refuseOrPause(failure, attempt.done);
            }
        }
    }

    // What it writes later is sent here, so that what that fails with is its own failure.
    private <T> T part(Supplier<T> work) {
        try {
            var result = work.get();
            sql.flush();
            return result;
        } catch (RuntimeException failure) {
            requireNoDuplicate(failure);
            throw failure;
        }
    }

    private static void requireNoDuplicate(RuntimeException failure) {
        DatabaseFailure.violatedKey(failure).ifPresent(key -> {
            throw new DuplicateKeyException(key, failure);
        });
    }

    /// Runs `work` as {@link #write} does, and then takes back whatever it has done to the database. Outside of
    /// transactions only.
    ///
    /// @return what the work returns
    public <T> T rehearse(Supplier<T> work) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("What runs already cannot be taken back alone");
        }
        var results = new ArrayList<T>(1);
        try {
            write(() -> {
                results.clear();
                results.add(work.get());
                throw new TakenBack();
            });
        } catch (TakenBack _) {
            return results.getFirst();
        }
        throw new IllegalStateException("A rehearsal was committed");
    }

    /// Ends a rehearsal, so that nothing of it is committed.
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TakenBack() {
            super("rehearsed", null, false, false);
        }
    }

    /// One attempt, which knows whether only the commit was left to do.
    private static final class Attempt<T> {
        private final Supplier<T> work;
        private final Sql sql;
        private boolean done;

        private Attempt(Supplier<T> work, Sql sql) {
            this.work = work;
            this.sql = sql;
        }

        private T run() {
            var result = work.get();
            sql.flush();
            done = true;
            return result;
        }
    }

    /// The attempts at one write, of which all so far have failed.
    private static final class Attempts {
        private final long begunNanos = System.nanoTime();
        private int count;
        private int reconnections;

        /// Returns when the work may be begun again.
        private void refuseOrPause(RuntimeException failure, boolean committing) {
            requireNoDuplicate(failure);
            if (DatabaseFailure.isConflict(failure)) {
                if (isTimeOver()) {
                    throw new UnavailableException("Other writers keep changing this resource");
                }
            } else if (committing) {
                throw DatabaseFailure.isRefusedValue(failure) ? failure : DatabaseFailure.inDoubt(failure);
            } else if (!DatabaseFailure.isUnavailable(failure)) {
                throw failure;
            } else if (isTimeOver() || ++reconnections > RECONNECTIONS) {
                throw DatabaseFailure.unavailable(failure);
            }
            pause();
        }

        private boolean isTimeOver() {
            return System.nanoTime() - begunNanos > LONGEST.toNanos();
        }

        private void pause() {
            count++;
            var longest = LONGEST_PAUSE_MILLIS >> Math.max(0, DOUBLINGS - count);
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, longest)));
        }
    }
}
