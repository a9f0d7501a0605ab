package dev.rollcall.scim.throttling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.rollcall.sql.Sql;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.NopeOptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.delay.DelayOptimization;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The buckets of this replica. A request is counted in memory; when as many are counted as the other replicas
/// may be kept from knowing, or a minute after the last time, the bucket is settled with the table on a worker
/// thread, and the requests of that bucket wait for it.
final class Buckets {
    /// So that one who calls now and then costs the database a write a minute.
    private static final Duration LONGEST_UNSETTLED = Duration.ofMinutes(1);

    /// What is evicted begins again from the table, so these bound memory and no more.
    private static final Duration IDLE = Duration.ofMinutes(10);

    private static final int MOST = 20_000;

    private final AsyncProxyManager<BucketKey> table;
    private final TimeMeter time;
    private final Cache<BucketKey, AsyncBucketProxy> buckets;

    Buckets(Sql sql, Executor workers, Clock clock) {
        this.time = new ClockTime(clock);
        this.table = new BucketTable(sql, workers, time).asAsync();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                // Not expireAfterAccess: a native executable lacks the class that such a cache loads by its name.
                .expireAfter(Expiry.<BucketKey, AsyncBucketProxy>accessing((_, _) -> IDLE))
                .executor(workers)
                .build();
    }

    /// Takes so many requests out of the bucket, if they are there. Done already unless it settles with the
    /// table.
    CompletableFuture<ConsumptionProbe> take(BucketKey key, long requests) {
        return bucket(key).tryConsumeAndReturnRemaining(requests);
    }

    /// Takes so many requests, and owes what is not there.
    CompletableFuture<Long> owe(BucketKey key, long requests) {
        return bucket(key).consumeIgnoringRateLimits(requests);
    }

    /// Gives back what was taken for nothing; it settles with the table.
    CompletableFuture<@Nullable Void> giveBack(BucketKey key, long requests) {
        return bucket(key).addTokens(requests).thenApply(_ -> null);
    }

    private AsyncBucketProxy bucket(BucketKey key) {
        return buckets.get(key, this::make);
    }

    private AsyncBucketProxy make(BucketKey key) {
        var limit = key.limit();
        var configuration = BucketConfiguration.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.burst()).refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                .build();
        return table.builder()
                .withOptimization(new DelayOptimization(
                        new DelayParameters(limit.unsettled(), LONGEST_UNSETTLED),
                        NopeOptimizationListener.INSTANCE,
                        time))
                .build(key, () -> CompletableFuture.completedFuture(configuration));
    }

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
