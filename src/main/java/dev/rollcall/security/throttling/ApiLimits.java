package dev.rollcall.security.throttling;

import dev.rollcall.security.Caller;
import dev.rollcall.throttling.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// Counts what comes to the management API. A wrong proof is counted for its address, and only a wrong one is refused
/// for it: who has a right one is served, whoever else shares the address.
@ApplicationScoped
public class ApiLimits {
    private static final String NO_ADDRESS = "";

    private final boolean enabled;
    private final Pace<String> requests;
    private final Pace<String> failures;

    ApiLimits(ApiLimitsConfig config, ExecutorService workers, Clock clock) {
        this.enabled = config.enabled();
        this.requests = new Pace<>(Math.max(1, config.requestsPerMinute()), workers, clock);
        this.failures = new Pace<>(Math.max(1, config.failuresPerMinute()), workers, clock);
    }

    /// Counts a request of a caller. Empty where it may be served; otherwise how long to wait.
    Optional<Duration> ofRequest(Caller caller) {
        return enabled ? requests.take(caller.id()) : Optional.empty();
    }

    /// Counts a proof that was wrong. Empty where the caller may be told so; otherwise how long to wait.
    ///
    /// @param address where it came from; null where nobody knows
    public Optional<Duration> ofFailure(@Nullable String address) {
        return enabled ? failures.take(address == null ? NO_ADDRESS : address) : Optional.empty();
    }
}
