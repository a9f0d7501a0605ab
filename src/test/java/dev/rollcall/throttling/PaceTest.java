package dev.rollcall.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Pace<String> pace = new Pace<>(20, workers, clock);

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void aMinutesWorthMayHappenAtOnceAndNoMore() {
        assertThat(admitted("a", 50)).isEqualTo(20);
    }

    @Test
    void whatIsRefusedIsToldWhenItMayHappenAndDoesNotPutItOff() {
        admitted("a", 50);

        assertThat(pace.take("a")).contains(Duration.ofSeconds(3));
        pass(Duration.ofSeconds(2));
        assertThat(pace.take("a")).contains(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(pace.take("a")).isEmpty();
        assertThat(pace.take("a")).contains(Duration.ofSeconds(3));
    }

    @Test
    void afterAMinuteEverythingMayHappenAgain() {
        admitted("a", 50);
        pass(Duration.ofMinutes(1));

        assertThat(admitted("a", 50)).isEqualTo(20);
    }

    @Test
    void anotherKeyHasACountOfItsOwn() {
        admitted("a", 50);

        assertThat(admitted("b", 50)).isEqualTo(20);
    }

    @Test
    void manyAtOnceAreCountedEach() {
        assertThat(IntStream.range(0, 500)
                        .parallel()
                        .filter(_ -> pace.take("a").isEmpty())
                        .count())
                .isEqualTo(20);
    }

    private long admitted(String key, int times) {
        return IntStream.range(0, times).filter(_ -> pace.take(key).isEmpty()).count();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
