package dev.rollcall.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys for JWKS. They are read for every request, so that a new one is told at once; while the database is
/// away, those that were read last are told for as long as their receivers may keep them anyway.
@ApplicationScoped
class PublishedKeys {
    /// For how long whoever asks may keep the keys.
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final Clock clock;
    private final DatabaseOutage outage;
    private volatile @Nullable Read last;

    PublishedKeys(SigningKeys keys, Clock clock, DatabaseOutage outage) {
        this.keys = keys;
        this.clock = clock;
        this.outage = outage;
    }

    private record Read(List<SigningKey> keys, Instant time) {}

    /// Keys, and for how long they may be kept.
    record Current(List<SigningKey> keys, Duration remaining) {}

    /// The keys as they are now, or as they were less than {@link #LIFETIME} ago where the database is away.
    ///
    /// @throws RuntimeException the refusal of {@link DatabaseOutage} where they are older
    Current current() {
        var now = clock.instant();
        try {
            var read = new Read(keys.published(), now);
            last = read;
            return new Current(read.keys(), LIFETIME);
        } catch (RuntimeException failure) {
            var refusal = outage.refusal(failure);
            return held(now, refusal.orElseThrow(() -> failure));
        }
    }

    private Current held(Instant now, RuntimeException refusal) {
        var read = last;
        var remaining = read == null ? Duration.ZERO : LIFETIME.minus(Duration.between(read.time(), now));
        if (read == null || !remaining.isPositive()) {
            throw refusal;
        }
        return new Current(read.keys(), remaining);
    }
}
