package dev.rollcall.fairness;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What organizations share in this replica: places for requests, for those of them that take long, for searches
/// that no index serves, and for answers that are read while they are sent.
///
/// A request asks for its place before a thread is taken for it. A search that no index serves, and a large answer,
/// are known later, and wait on the thread of their request: no more of a party than it has places for requests. Made
/// at the start, so that its metrics are there before the first request.
@Startup
@ApplicationScoped
public class Fairness {
    private static final int CONNECTIONS_OF_REQUESTS = 4;
    private static final int CONNECTIONS = 5;
    private static final int PERCENT = 100;
    private static final int FEWEST_LARGE = 3;

    private final FairnessConfig config;
    private final Map<Resource, Gate> gates = new EnumMap<>(Resource.class);

    Fairness(
            FairnessConfig config,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
            @ConfigProperty(name = "rollcall.streaming.answers") int answers) {
        this.config = config;
        var processors = Runtime.getRuntime().availableProcessors();
        var large = Math.max(FEWEST_LARGE, processors + 1);
        var requests = config.requests().orElse(Math.max(1, connections * CONNECTIONS_OF_REQUESTS / CONNECTIONS));
        add(Resource.REQUESTS, requests, config.mostWaiting(), meters);
        add(Resource.LARGE_REQUESTS, config.largeRequests().orElse(large), config.mostWaiting(), meters);
        // Some of a party's own requests have to get past its searches and large answers.
        var waiting = Math.max(1, (requests - reserve(requests)) / 2);
        add(Resource.SCANS, config.scans().orElse(large), waiting, meters);
        add(Resource.ANSWERS, answers, waiting, meters);
    }

    private void add(Resource resource, int all, int mostWaiting, MeterRegistry meters) {
        var reserve = config.enabled() ? reserve(all) : 0;
        gates.put(
                resource,
                new Gate(
                        resource,
                        new Places<>(all, reserve, mostWaiting),
                        config.longestWait(),
                        config.refusalPause(),
                        meters));
    }

    /// How many are kept for parties that have little: one at the least, where that leaves another.
    private int reserve(int all) {
        return all == 1 ? 0 : Math.clamp(Math.ceilDiv(all * config.reservePercent(), PERCENT), 0, all - 1);
    }

    private Gate gate(Resource resource) {
        var gate = gates.get(resource);
        if (gate == null) {
            throw new IllegalStateException("No gate for " + resource);
        }
        return gate;
    }

    /// Asks for a place for a request, which has it until nobody works on it any more. Empty where it has; otherwise,
    /// after a pause that slows down who does not wait by itself, why it has none. Never fails, never blocks.
    ///
    /// @param isLarge whether it takes long because of what it brings
    public CompletableFuture<Optional<Crowd>> admit(ContainerRequestContext request, Party party, boolean isLarge) {
        if (!config.enabled()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var visit = Visit.begin(request, party);
        var requests = gate(Resource.REQUESTS);
        var decision = isLarge ? visit.askLarge(gate(Resource.LARGE_REQUESTS), requests) : visit.ask(requests);
        return decision.isDone() && decision.join().isEmpty() ? decision : decision.thenCompose(this::paused);
    }

    private CompletableFuture<Optional<Crowd>> paused(Optional<Crowd> crowd) {
        return crowd.isEmpty() ? CompletableFuture.completedFuture(crowd) : afterPause(crowd);
    }

    /// A refusal, after the pause.
    public <T> CompletableFuture<T> afterPause(T refusal) {
        return new CompletableFuture<T>()
                .completeOnTimeout(refusal, config.refusalPause().toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Takes a place for a search that no index serves, waiting where there is none.
    ///
    /// @throws CrowdedException where there is none in time
    public Gate.Taken scan(Party party) {
        return take(Resource.SCANS, party);
    }

    /// Takes a place for an answer that is read from the database while its client reads it, waiting where there is
    /// none.
    ///
    /// @throws CrowdedException where there is none in time
    public Gate.Taken answer(Party party) {
        return take(Resource.ANSWERS, party);
    }

    private Gate.Taken take(Resource resource, Party party) {
        return config.enabled() || resource == Resource.ANSWERS ? gate(resource).take(party) : () -> {};
    }

    /// How long a search may take.
    ///
    /// @param isScan whether no index serves it
    public Duration longestSearch(boolean isScan) {
        return isScan ? config.scanTime() : config.searchTime();
    }
}
