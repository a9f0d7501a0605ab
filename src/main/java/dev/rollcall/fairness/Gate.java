package dev.rollcall.fairness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Places of one kind, the longest wait for one, and what is counted of both.
public final class Gate {
    private final Resource resource;
    private final Places<Party> places;
    private final Duration longest;
    private final Duration pause;
    private final MeterRegistry meters;
    private final Timer waits;

    Gate(Resource resource, Places<Party> places, Duration longest, Duration pause, MeterRegistry meters) {
        this.resource = resource;
        this.places = places;
        this.longest = longest;
        this.pause = pause;
        this.meters = meters;
        var kind = resource.text();
        this.waits = meters.timer("rollcall.fairness.waits", "of", kind);
        Gauge.builder("rollcall.fairness.taken", places, Places::taken)
                .tag("of", kind)
                .register(meters);
        Gauge.builder("rollcall.fairness.waiting", places, Places::waiting)
                .tag("of", kind)
                .register(meters);
    }

    /// Asks for a place without blocking. The turn ends when the longest wait is over.
    Places<Party>.Turn ask(Party party) {
        var turn = places.ask(party, 1);
        var outcome = turn.outcome();
        if (!outcome.isDone()) {
            var begun = System.nanoTime();
            var _ = outcome.copy()
                    .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((_, failure) -> {
                        if (failure != null) {
                            turn.late();
                        }
                        waits.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
                    });
        }
        return turn;
    }

    /// Takes a place for as long as something lasts, on a thread that may wait.
    ///
    /// @throws CrowdedException where there is none in time
    public Taken take(Party party) {
        var turn = ask(party);
        var how = turn.outcome().join();
        if (how == Outcome.FULL) {
            // Who does not wait by itself is slowed down, in a place of its own.
            LockSupport.parkNanos(pause.toNanos());
        }
        if (how != Outcome.TAKEN) {
            throw new CrowdedException(crowd(how));
        }
        return turn::leave;
    }

    /// What a refused request is told; it is counted.
    Crowd crowd(Outcome how) {
        meters.counter(
                        "rollcall.fairness.refused",
                        "of",
                        resource.text(),
                        "why",
                        how.name().toLowerCase(Locale.ROOT))
                .increment();
        return new Crowd(resource, places.most());
    }

    /// A place that is taken.
    public interface Taken extends AutoCloseable {
        @Override
        void close();
    }
}
