package dev.rollcall.fairness;

import io.quarkus.arc.ClientProxy;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/// One request on its way: whose it is, the places it has taken, and what it has cost so far. The places are given
/// back when nobody works on it any more, whatever came of it.
public final class Visit {
    private static final String KEY = Visit.class.getName();

    private final Party party;
    private final AtomicLong scannedNanos = new AtomicLong();
    private final AtomicLong scannedRows = new AtomicLong();
    private volatile Places<Party>.@Nullable Turn large;
    private volatile Places<Party>.@Nullable Turn served;
    private volatile boolean isOver;

    private Visit(Party party) {
        this.party = party;
    }

    /// Begins the visit of a request, which is not asked for a place yet.
    static Visit begin(ContainerRequestContext request, Party party) {
        var visit = new Visit(party);
        var context = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) ClientProxy.unwrap(request)).getServerRequestContext();
        context.registerCompletionCallback(_ -> visit.end());
        var routing = context.unwrap(RoutingContext.class);
        routing.put(KEY, visit);
        // Its client may be gone while it waits: then nobody wants the place.
        routing.addEndHandler(_ -> visit.withdraw());
        return visit;
    }

    /// The visit of a request; empty where it is none of a party.
    public static Optional<Visit> of(ContainerRequestContext request) {
        return of((ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) ClientProxy.unwrap(request)).getServerRequestContext());
    }

    /// The visit of the request that this thread works on; empty where it works on none of a party.
    public static Optional<Visit> current() {
        var request = CurrentRequestManager.get();
        return request == null ? Optional.empty() : of(request);
    }

    private static Optional<Visit> of(ResteasyReactiveRequestContext request) {
        return Optional.ofNullable(request.unwrap(RoutingContext.class).get(KEY));
    }

    /// Whose request this thread works on.
    public static Party currentParty() {
        return current().map(Visit::party).orElse(Party.UNKNOWN);
    }

    /// Whose it is.
    public Party party() {
        return party;
    }

    /// How long it has searched without an index so far.
    public Duration scanned() {
        return Duration.ofNanos(scannedNanos.get());
    }

    /// Notes that it has searched without an index for so long.
    public void noteScan(long nanos) {
        scannedNanos.addAndGet(nanos);
    }

    /// Among how many rows it has searched without an index, as far as that was noted; else 0.
    public long scannedRows() {
        return scannedRows.get();
    }

    /// Notes that it has searched among so many rows without an index.
    public void noteScannedRows(long rows) {
        scannedRows.addAndGet(rows);
    }

    /// Asks for a place among the large requests, and then among all.
    CompletableFuture<Optional<Crowd>> askLarge(Gate larges, Gate requests) {
        var turn = larges.ask(party);
        large = turn;
        return turn.outcome()
                .thenCompose(how -> how == Outcome.TAKEN
                        ? ask(requests)
                        : CompletableFuture.completedFuture(Optional.of(larges.crowd(how))));
    }

    /// Asks for a place.
    CompletableFuture<Optional<Crowd>> ask(Gate requests) {
        var turn = requests.ask(party);
        served = turn;
        if (isOver) {
            turn.leave();
        }
        return turn.outcome()
                .thenApply(how -> how == Outcome.TAKEN ? Optional.empty() : Optional.of(requests.crowd(how)));
    }

    private void withdraw() {
        for (var turn : turns()) {
            turn.withdraw();
        }
    }

    private void end() {
        isOver = true;
        for (var turn : turns()) {
            turn.leave();
        }
    }

    private Iterable<Places<Party>.Turn> turns() {
        return Stream.of(Optional.ofNullable(served), Optional.ofNullable(large))
                .flatMap(Optional::stream)
                .toList();
    }
}
