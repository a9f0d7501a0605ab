package dev.rollcall.throttling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/// So many times a minute by key, all at once or spread over it, as this replica counts. Never blocks.
///
/// @param <K> what is counted together
public final class Pace<K> {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 20_000;

    private final long interval;
    private final long tolerance;
    private final Clock clock;

    /// By key, in microseconds: when everything may happen at once again.
    private final Cache<K, Long> full;

    /// @param perMinute 1 or more
    public Pace(long perMinute, ExecutorService workers, Clock clock) {
        this.interval = Math.max(1, WINDOW.toNanos() / 1_000 / perMinute);
        this.tolerance = interval * (perMinute - 1);
        this.clock = clock;
        this.full = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .executor(workers)
                .expireAfterWrite(WINDOW)
                .build();
    }

    /// Counts one more. Empty where it may happen; otherwise how long until it may, and nothing is counted.
    public Optional<Duration> take(K key) {
        var now = clock.millis() * 1_000;
        var wait = new AtomicLong();
        full.asMap().compute(key, (_, before) -> {
            var start = before == null ? now : Math.max(now, before);
            wait.set(start - now - tolerance);
            return wait.get() > 0 ? start : start + interval;
        });
        return wait.get() > 0 ? Optional.of(Duration.ofNanos(wait.get() * 1_000)) : Optional.empty();
    }
}
