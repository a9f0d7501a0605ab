package dev.rollcall.scim.throttling;

import dev.rollcall.fairness.Fairness;
import dev.rollcall.scim.protocol.ErrorResponse;
import dev.rollcall.scim.security.CurrentClient;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.web.AwaitedDecision;
import dev.rollcall.web.Stages;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/// Refuses a request with 429 where its client has sent too many (RFC 6585 §4), and tells with every answer how
/// the client stands. It comes after the check of the token, whose client it counts, and before routing, so that
/// what has no endpoint counts, too.
///
/// A request counts as more than one by its body, and by how long it has searched without an index. A refusal waits a
/// moment, on no thread, so that who does not wait by itself is slowed down.
///
/// It runs on the event loop; while the database is asked the request is suspended.
@Provider
@PreMatching
@Priority(Stages.THROTTLING)
class ThrottlingFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String ALLOWANCE = Allowance.class.getName();

    private final Throttle throttle;
    private final Weights weights;
    private final Fairness fairness;
    private final CurrentAllowance current;
    private final Clock clock;

    ThrottlingFilter(Throttle throttle, Weights weights, Fairness fairness, CurrentAllowance current, Clock clock) {
        this.throttle = throttle;
        this.weights = weights;
        this.fairness = fairness;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        CurrentClient.of(request).ifPresent(client -> {
            var allowance = new Allowance();
            current.set(allowance);
            request.setProperty(ALLOWANCE, allowance);
            var weight = weights.before(request);
            AwaitedDecision.take(
                    request, decision(client, weight), verdict -> apply(request, allowance, verdict, weight));
        });
    }

    private CompletableFuture<Verdict> decision(ProvisioningClient client, long weight) {
        var decision = throttle.decide(client, weight);
        return decision.isDone() && decision.join().refusal().isEmpty()
                ? decision
                : decision.thenCompose(verdict -> verdict.refusal().isEmpty()
                        ? CompletableFuture.completedFuture(verdict)
                        : fairness.afterPause(verdict));
    }

    /// Whether the request goes on.
    private static boolean apply(ContainerRequestContext request, Allowance allowance, Verdict verdict, long weight) {
        allowance.note(verdict);
        verdict.refusal()
                .ifPresent(refused -> request.abortWith(ErrorResponse.builder(
                                Throttle.refusal(refused, weight), request.getHeaderString(HttpHeaders.ACCEPT))
                        .build()));
        return verdict.refusal().isEmpty();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ALLOWANCE) instanceof Allowance allowance) {
            RateLimitFields.write(allowance.verdict(), clock.instant(), response.getHeaders());
            CurrentClient.of(request).ifPresent(client -> throttle.charge(client, weights.after(request)));
        }
    }
}
