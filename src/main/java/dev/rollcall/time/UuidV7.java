package dev.rollcall.time;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes UUIDs of version 7 (RFC 9562 §5.7): milliseconds, a counter, 62 random bits. Within one process each
/// is greater than the one before, so that rows are appended to a table in the order of their making. Compare
/// them as unsigned bytes; `UUID.compareTo` does not. Safe for use by many threads.
@Singleton
public class UuidV7 {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    /// A new millisecond starts in the lower half, so that the counter has room to grow.
    private static final long COUNTER_START_MASK = COUNTER_MASK >>> 1;

    private final Clock clock;
    private final RandomGenerator random;
    /// Milliseconds and counter of the last one made, as one number that only grows.
    private long last;

    @Inject
    UuidV7(Clock clock) {
        this(clock, new SecureRandom());
    }

    UuidV7(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /// The next one. A clock that goes back does not take the order back with it.
    public UUID next() {
        var now = clock.millis();
        var low = random.nextLong();
        var high = advance(now, random.nextInt() & COUNTER_START_MASK);
        var mostSignificant = ((high >>> COUNTER_BITS) << 16) | 0x7000 | (high & COUNTER_MASK);
        var leastSignificant = (low >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(mostSignificant, leastSignificant);
    }

    private synchronized long advance(long now, long counter) {
        var fresh = (now << COUNTER_BITS) | counter;
        // A full counter runs over into the milliseconds: the order is kept, the time is off by one.
        last = (last >>> COUNTER_BITS) >= now ? last + 1 : fresh;
        return last;
    }
}
