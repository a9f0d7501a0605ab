package dev.rollcall.activity.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PingOneCountersTest {
    @Test
    void whoeverIsImpactedIsInOneOfTheOthers() {
        var counters = PingOneCounters.of(new Counts(1, 2, 4, 8, 16, 32, 64, 3));

        assertThat(counters).isEqualTo(new PingOneCounters(127, 20, 40, 3, 64));
        assertThat(counters.success() + counters.unsynced() + counters.partialSynced() + counters.failed())
                .isEqualTo(counters.impacted());
    }

    @Test
    void whoWasTakenOutIsNeverPartial() {
        assertThat(PingOneCounters.of(new Counts(0, 1, 0, 5, 0, 0, 0, 4)))
                .isEqualTo(new PingOneCounters(6, 0, 5, 1, 0));
    }
}
