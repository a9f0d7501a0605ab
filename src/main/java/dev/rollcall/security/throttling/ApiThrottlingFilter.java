package dev.rollcall.security.throttling;

import dev.rollcall.security.CurrentCaller;
import dev.rollcall.web.Stages;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/// Refuses a request to the management API with 429 where its token or session has sent too many, whatever it asks for.
@Provider
@PreMatching
@Priority(Stages.THROTTLING)
class ApiThrottlingFilter implements ContainerRequestFilter {
    private final ApiLimits limits;
    private final CurrentCaller current;

    ApiThrottlingFilter(ApiLimits limits, CurrentCaller current) {
        this.limits = limits;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        current.proved().flatMap(limits::ofRequest).ifPresent(wait -> request.abortWith(TooMany.requests(wait)));
    }
}
