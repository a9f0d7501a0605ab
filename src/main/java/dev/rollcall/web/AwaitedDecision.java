package dev.rollcall.web;

import io.quarkus.arc.Arc;
import io.vertx.core.Vertx;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/// What a filter on the event loop needs to know before a request may go on, and does not wait for: the request
/// is suspended until it is there.
public final class AwaitedDecision {
    private AwaitedDecision() {}

    /// Hands a decision to `taker`, at once where it is there. Otherwise `taker` runs later, on the request's
    /// event loop and in its scope.
    ///
    /// @param decision never fails
    /// @param taker tells whether the request goes on. Where it does not, the taker has aborted it, which also
    /// resumes a request that is suspended
    public static <T> void take(ContainerRequestContext request, CompletableFuture<T> decision, Predicate<T> taker) {
        if (decision.isDone()) {
            var _ = taker.test(decision.join());
            return;
        }
        var suspended = (ResteasyReactiveContainerRequestContext) request;
        var scope = Arc.container().requestContext();
        var scopeState = scope.getState();
        var eventLoop = Objects.requireNonNull(Vertx.currentContext(), "A filter runs in a Vert.x context");
        suspended.suspend();
        // Back on the event loop, where no one else works on this request any more.
        var _ = decision.thenAccept(decided -> eventLoop.runOnContext(_ -> {
            scope.activate(scopeState);
            boolean goesOn;
            try {
                goesOn = taker.test(decided);
            } finally {
                scope.deactivate();
            }
            if (goesOn) {
                suspended.resume();
            }
        }));
    }
}
