package dev.rollcall.testing;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// The places that organizations share, as the metrics tell of them. To be injected into a `@QuarkusTest`.
@ApplicationScoped
public class Places {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MeterRegistry meters;

    Places(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Waits until so many of a kind are taken.
    public void awaitTaken(String of, int places) {
        awaitValue("rollcall.fairness.taken", of, places);
    }

    /// Waits until so many requests wait for one of a kind.
    public void awaitWaiting(String of, int requests) {
        awaitValue("rollcall.fairness.waiting", of, requests);
    }

    private void awaitValue(String gauge, String of, int value) {
        await().atMost(PATIENCE)
                .until(() -> meters.get(gauge).tag("of", of).gauge().value() == value);
    }

    /// How many were refused one of a kind, for this reason.
    public double refused(String of, String why) {
        return meters.counter("rollcall.fairness.refused", "of", of, "why", why).count();
    }
}
