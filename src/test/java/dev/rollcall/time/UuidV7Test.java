package dev.rollcall.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final UuidV7 identifiers = new UuidV7(Clock.fixed(NOON, ZoneOffset.UTC), new Random(7));

    @Test
    void isOfVersionSevenAndStandardVariant() {
        var id = identifiers.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void beginsWithTheMilliseconds() {
        assertThat(identifiers.next().getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    @Proves("CM-001")
    void growsWithinOneMillisecondEvenPastItsCounter() {
        var made = new ArrayList<UUID>();
        for (var i = 0; i < 10_000; i++) {
            made.add(identifiers.next());
        }

        assertThat(made)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((left, right) ->
                        Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits()));
    }

    @Test
    @Proves("CM-003")
    void doesNotGoBackWithTheClock() {
        var clock = new SteppingClock();
        var stepping = new UuidV7(clock, new Random(7));

        var before = stepping.next();
        clock.millis -= 60_000;
        var after = stepping.next();

        assertThat(Long.compareUnsigned(after.getMostSignificantBits(), before.getMostSignificantBits()))
                .isPositive();
    }

    private static final class SteppingClock extends Clock {
        private long millis = NOON.toEpochMilli();

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    }
}
