package dev.rollcall.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// Counts wrong secrets, by client and address. After some of them not even the right one is taken for a while, so
/// that guesses, and clients that are set up wrongly, cost little. Each replica counts for itself: no secret is guessed
/// in any number of attempts that replicas could serve.
@ApplicationScoped
class ClientAttempts {
    static final int MOST = 10;
    static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Cache<Key, Failures> failures;
    private final Clock clock;

    ClientAttempts(ExecutorService workers, Clock clock) {
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .executor(workers)
                .expireAfterWrite(PAUSE)
                .build();
    }

    /// From where which client is tried.
    record Key(UUID client, @Nullable String address) {}

    private record Failures(int count, long lastMillis) {}

    /// @throws TooManyAttemptsException where the secret was wrong too often a moment ago
    void require(Key key) {
        var failed = failures.getIfPresent(key);
        if (failed == null || failed.count < MOST) {
            return;
        }
        var pause = PAUSE.minusMillis(clock.millis() - failed.lastMillis);
        if (pause.isPositive()) {
            throw new TooManyAttemptsException(pause);
        }
        failures.invalidate(key);
    }

    void noteFailure(Key key) {
        failures.asMap()
                .merge(
                        key,
                        new Failures(1, clock.millis()),
                        (before, now) -> new Failures(before.count + 1, now.lastMillis));
    }

    void noteSuccess(Key key) {
        failures.invalidate(key);
    }
}
