package dev.rollcall.security.throttling;

import dev.rollcall.fairness.Crowd;
import dev.rollcall.fairness.Fairness;
import dev.rollcall.fairness.Party;
import dev.rollcall.security.Caller;
import dev.rollcall.security.CurrentCaller;
import dev.rollcall.web.AwaitedDecision;
import dev.rollcall.web.Stages;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lets a request to the management API wait for its place among those about the same organization, and refuses it
/// with 429 where it finds none in time. They have a share of their own, so that an organization whose identity
/// provider floods the service can still be looked at.
///
/// It runs on the event loop; a request that waits is suspended and holds no thread.
@Provider
@PreMatching
@Priority(Stages.FAIRNESS)
class ApiFairnessFilter implements ContainerRequestFilter {
    private static final Pattern OF_ORGANIZATION = Pattern.compile("/api/v1/organizations/([^/;]+).*");
    private static final String SEARCH = "search";

    private final Fairness fairness;
    private final CurrentCaller current;

    ApiFairnessFilter(Fairness fairness, CurrentCaller current) {
        this.fairness = fairness;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        current.proved().ifPresent(caller -> {
            var isSearch = request.getUriInfo().getQueryParameters().containsKey(SEARCH);
            var decision = fairness.admit(request, Party.administration(subject(caller, request)), isSearch);
            AwaitedDecision.take(request, decision, crowd -> apply(request, crowd));
        });
    }

    /// Whose share it is: that of the only organization that the caller sees, of the one that the path names, or else
    /// the caller's own.
    private static String subject(Caller caller, ContainerRequestContext request) {
        var organization = caller.organizationId();
        if (organization != null) {
            return organization.toString();
        }
        var path = OF_ORGANIZATION.matcher(request.getUriInfo().getPath());
        return path.matches() ? path.group(1) : caller.id();
    }

    /// Whether the request goes on.
    private static boolean apply(ContainerRequestContext request, Optional<Crowd> crowd) {
        crowd.ifPresent(why -> request.abortWith(TooMany.atOnce(why)));
        return crowd.isEmpty();
    }
}
