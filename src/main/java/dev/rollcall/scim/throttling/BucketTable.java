package dev.rollcall.scim.throttling;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.CommandResult;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.distributed.remote.Request;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where the replicas' buckets meet: one row each, changed by compare and swap, so that no lock is held and no
/// transaction is open. Works on threads of its own.
final class BucketTable extends AbstractCompareAndSwapBasedProxyManager<BucketKey> {
    private static final Logger LOG = Logger.getLogger(BucketTable.class);

    /// More than there are replicas that settle the same bucket in the same millisecond.
    private static final int ATTEMPTS = 30;

    private static final long PATIENCE_MILLIS = 1_000;

    private static final long GRACE_MILLIS = TimeUnit.SECONDS.toMillis(30);
    private static final long CLEANING_PAUSE_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final int CLEANED_AT_ONCE = 1000;

    private final Sql sql;
    private final Executor workers;
    private final TimeMeter clock;
    private final Outage outage = new Outage();
    private final AtomicLong nextCleaning = new AtomicLong();

    BucketTable(Sql sql, Executor workers, TimeMeter clock) {
        super(ClientSideConfig.getDefault().withClientClock(clock).withMaxRetries(ATTEMPTS));
        this.sql = sql;
        this.workers = workers;
        this.clock = clock;
    }

    /// One task for reading and writing, for which nobody waits long. Never throws: what waits behind this
    /// request would wait for ever.
    @Override
    public <T> CompletableFuture<CommandResult<T>> executeAsync(BucketKey key, Request<T> request) {
        if (!outage.mayAsk()) {
            return CompletableFuture.failedFuture(new NotAsked());
        }
        try {
            return CompletableFuture.supplyAsync(() -> execute(key, request), workers)
                    .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .whenComplete((_, failure) -> outage.noteOutcome(failure))
                    .whenComplete((_, _) -> cleanNowAndThen());
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(BucketKey key) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
                return state(key);
            }

            @Override
            public boolean compareAndSwap(
                    byte @Nullable [] originalData,
                    byte[] newData,
                    RemoteBucketState newState,
                    Optional<Long> timeoutNanos) {
                return swap(key, Optional.ofNullable(originalData), newData, expires(newState));
            }
        };
    }

    private Optional<byte[]> state(BucketKey key) {
        return sql
                .query(withKey(SqlText.of("SELECT state FROM rate_limit_bucket"), key), row -> row.getBytes(1))
                .stream()
                .findFirst();
    }

    private boolean swap(BucketKey key, Optional<byte[]> original, byte[] state, long expires) {
        var statement =
                original.map(old -> update(key, old, state, expires)).orElseGet(() -> insert(key, state, expires));
        return sql.updateOrGiveWay(statement) == 1;
    }

    private static SqlText insert(BucketKey key, byte[] state, long expires) {
        return SqlText.of(
                "INSERT IGNORE INTO rate_limit_bucket (state, expires, organization_id, subject, per_second, burst)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                state,
                expires,
                ResourceIds.bytes(key.organizationId()),
                ResourceIds.bytes(key.subject()),
                key.limit().perSecond(),
                key.limit().burst());
    }

    private static SqlText update(BucketKey key, byte[] original, byte[] state, long expires) {
        return withKey(SqlText.of("UPDATE rate_limit_bucket SET state = ?, expires = ?", state, expires), key)
                .within("", " AND state = ?", original);
    }

    private static SqlText withKey(SqlText statement, BucketKey key) {
        return statement.within(
                "",
                " WHERE organization_id = ? AND subject = ? AND per_second = ? AND burst = ?",
                ResourceIds.bytes(key.organizationId()),
                ResourceIds.bytes(key.subject()),
                key.limit().perSecond(),
                key.limit().burst());
    }

    // A full bucket is as good as none; the grace is for clocks that differ.
    private long expires(RemoteBucketState state) {
        var now = clock.currentTimeNanos();
        return TimeUnit.NANOSECONDS.toMillis(now + state.calculateFullRefillingTime(now)) + GRACE_MILLIS;
    }

    private void cleanNowAndThen() {
        var now = TimeUnit.NANOSECONDS.toMillis(clock.currentTimeNanos());
        var due = nextCleaning.get();
        if (now >= due && nextCleaning.compareAndSet(due, now + CLEANING_PAUSE_MILLIS)) {
            // Another minute, another replica: nothing depends on it.
            var _ = CompletableFuture.runAsync(this::removeExpired, workers).exceptionally(failure -> {
                LOG.debugf(failure, "Old rate limit buckets stay for a while");
                return null;
            });
        }
    }

    /// Removes rows that say no more than their absence would, some of them at a time.
    void removeExpired() {
        sql.update(SqlText.of(
                "DELETE FROM rate_limit_bucket WHERE expires < ? ORDER BY expires LIMIT " + CLEANED_AT_ONCE,
                TimeUnit.NANOSECONDS.toMillis(clock.currentTimeNanos())));
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(BucketKey key) {
        throw new UnsupportedOperationException("executeAsync runs the other kind on a worker thread");
    }

    @Override
    public void removeProxy(BucketKey key) {
        sql.update(withKey(SqlText.of("DELETE FROM rate_limit_bucket"), key));
    }

    @Override
    protected CompletableFuture<Void> removeAsync(BucketKey key) {
        return CompletableFuture.runAsync(() -> removeProxy(key), workers);
    }

    /// Another request has found a moment ago that the table cannot be asked.
    private static final class NotAsked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NotAsked() {
            super("The table could not be asked a moment ago", null, false, false);
        }
    }

    @Override
    public boolean isAsyncModeSupported() {
        return true;
    }
}
