package dev.rollcall.scim.fairness;

import dev.rollcall.fairness.Crowd;
import dev.rollcall.fairness.Fairness;
import dev.rollcall.fairness.Party;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.ErrorResponse;
import dev.rollcall.scim.security.CurrentClient;
import dev.rollcall.web.AwaitedDecision;
import dev.rollcall.web.Stages;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/// Lets a request wait for its place among those of its organization, and refuses it with 429 where it finds none in
/// time. It comes after the count of the request, so that what is too much is not waiting, and before routing.
///
/// It runs on the event loop; a request that waits is suspended and holds no thread.
@Provider
@PreMatching
@Priority(Stages.FAIRNESS)
class FairnessFilter implements ContainerRequestFilter {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Fairness fairness;

    FairnessFilter(Fairness fairness) {
        this.fairness = fairness;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        CurrentClient.of(request).ifPresent(client -> {
            var party = Party.provisioning(client.organizationId());
            var decision = fairness.admit(request, party, LargeRequests.contain(request));
            AwaitedDecision.take(request, decision, crowd -> apply(request, crowd));
        });
    }

    /// Whether the request goes on.
    private static boolean apply(ContainerRequestContext request, Optional<Crowd> crowd) {
        crowd.map(Crowd::sentence)
                .map(sentence -> ScimException.status(TOO_MANY_REQUESTS, sentence))
                .ifPresent(refusal ->
                        request.abortWith(ErrorResponse.builder(refusal, request.getHeaderString(HttpHeaders.ACCEPT))
                                .build()));
        return crowd.isEmpty();
    }
}
