package dev.rollcall.token;

import dev.rollcall.sql.DatabaseFailure;
import dev.rollcall.sql.UnavailableException;
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
    private volatile @Nullable Read last;

    PublishedKeys(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    private record Read(List<SigningKey> keys, Instant time) {}

    /// Keys, and for how long they may be kept.
    record Current(List<SigningKey> keys, Duration remaining) {}

    /// The keys as they are now, or as they were less than {@link #LIFETIME} ago where the database is away.
    ///
    /// @throws UnavailableException where they are older
    Current current() {
        var now = clock.instant();
        try {
            var read = new Read(keys.published(), now);
            last = read;
            return new Current(read.keys(), LIFETIME);
        } catch (RuntimeException failure) {
            if (DatabaseFailure.of(failure) instanceof UnavailableException unavailable) {
                return held(now, unavailable);
            }
            throw failure;
        }
    }

    private Current held(Instant now, UnavailableException unavailable) {
        var read = last;
        var remaining = read == null ? Duration.ZERO : LIFETIME.minus(Duration.between(read.time(), now));
        if (read == null || !remaining.isPositive()) {
            throw unavailable;
        }
        return new Current(read.keys(), remaining);
    }
}
