package dev.rollcall.operations;

import dev.rollcall.scim.security.CurrentClient;
import dev.rollcall.scim.tolerance.Tolerance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts the requests that needed a tolerance, also those that were refused for something else. Every tolerance
/// has its counter from the start, so that none is absent before its first use.
@Provider
class ToleranceCounters implements ContainerResponseFilter {
    private final Map<Tolerance, Counter> counters;

    ToleranceCounters(MeterRegistry meters) {
        counters = Arrays.stream(Tolerance.values())
                .collect(Collectors.toMap(
                        tolerance -> tolerance,
                        tolerance -> meters.counter("rollcall.tolerances", "tolerance", tolerance.keyword()),
                        (one, _) -> one,
                        () -> new EnumMap<>(Tolerance.class)));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        CurrentClient.of(request)
                .ifPresent(client -> client.tolerances().noted().forEach(this::count));
    }

    private void count(Tolerance tolerance) {
        var counter = counters.get(tolerance);
        if (counter != null) {
            counter.increment();
        }
    }
}
