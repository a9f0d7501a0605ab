package dev.rollcall.activity.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.activity.run.RunTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConnectionHealthTest {
    private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");

    @Test
    void nobodyKnowsWhatIsUsualAfterTwoRuns() {
        assertThat(pause(Duration.ofDays(1), 2)).isEmpty();
    }

    @Test
    void itIsQuietAfterThreeTimesTheLongestPause() {
        assertThat(pause(Duration.ofDays(7), 4)).contains(Duration.ofDays(21).minusHours(3));
    }

    @Test
    void noPauseOfLessThanADayIsQuiet() {
        assertThat(pause(Duration.ofHours(2), 10)).contains(Duration.ofDays(1));
    }

    private static Optional<Duration> pause(Duration every, int runs) {
        return ConnectionHealth.longestPause(LongStream.range(0, runs)
                .mapToObj(i -> NOW.minus(every.multipliedBy(i)))
                .map(began -> new RunTimes(began, began.plus(Duration.ofHours(1))))
                .toList());
    }
}
