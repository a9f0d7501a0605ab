package dev.rollcall.token.state;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.rollcall.token.TokenConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// What has become of proofs: read from the database on a worker thread, remembered for less than two seconds,
/// however many requests ask. That bounds how long one that was revoked lives on, and how many rows are read.
///
/// @param <K> by which one is found; with `equals`
/// @param <V> what is known about it
public final class Readings<K, V> {
    private static final Logger LOG = Logger.getLogger(Readings.class);

    /// While the database is away, so that those who wait for it do not all ask again at once.
    private static final Duration FAILURE_REMEMBERED = Duration.ofMillis(200);

    private final Function<K, Optional<V>> reader;
    private final ExecutorService workers;
    private final AsyncCache<K, Reading<V>> readings;
    private final Cache<K, Boolean> notedUses;

    /// @param usePrecision how often that is noted at most
    public Readings(
            Function<K, Optional<V>> reader, Duration usePrecision, ExecutorService workers, TokenConfig config) {
        this.reader = reader;
        this.workers = workers;
        this.readings = Caffeine.newBuilder()
                .maximumSize(config.cacheSize())
                .executor(workers)
                .expireAfter(Expiry.<K, Reading<V>>creating((_, reading) -> life(reading, config.statusRefresh())))
                .buildAsync();
        this.notedUses = Caffeine.newBuilder()
                .maximumSize(config.cacheSize())
                .executor(workers)
                .expireAfterWrite(usePrecision)
                .build();
    }

    /// What has become of one. Done already when it was read a moment ago; never blocks, never fails.
    public CompletableFuture<Reading<V>> of(K key) {
        return readings.get(key, this::read);
    }

    /// Notes, later and seldom, that it was used.
    ///
    /// @param noter writes it down
    public void noteUse(K key, Runnable noter) {
        if (notedUses.asMap().putIfAbsent(key, true) == null) {
            workers.execute(() -> noted(noter));
        }
    }

    private Reading<V> read(K key) {
        // Before the row is read: a revocation is never later than this reading and yet unseen for longer.
        var startedNanos = System.nanoTime();
        try {
            return new Reading.Read<>(startedNanos, reader.apply(key));
        } catch (RuntimeException e) {
            LOG.errorf("Proofs cannot be checked: %s", rootCause(e));
            return new Reading.Unavailable<>(startedNanos);
        }
    }

    private static void noted(Runnable noter) {
        try {
            noter.run();
        } catch (RuntimeException e) {
            // Nothing but the display of the last use depends on it.
            LOG.debugf(e, "A use is not noted");
        }
    }

    private static Duration life(Reading<?> reading, Duration refresh) {
        var longest = switch (reading) {
            case Reading.Read<?> _ -> refresh;
            case Reading.Unavailable<?> _ -> FAILURE_REMEMBERED;
        };
        var remaining = longest.minusNanos(System.nanoTime() - reading.startedNanos());
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    private static String rootCause(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
