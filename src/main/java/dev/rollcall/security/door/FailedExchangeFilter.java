package dev.rollcall.security.door;

import dev.rollcall.security.throttling.ApiLimits;
import dev.rollcall.security.throttling.TooMany;
import dev.rollcall.web.Origin;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/// Counts set-up links that lead nowhere, as the door counts tokens and sessions.
@Provider
class FailedExchangeFilter implements ContainerResponseFilter {
    private static final Annotation[] NONE = {};

    private final ApiLimits limits;

    FailedExchangeFilter(ApiLimits limits) {
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ApiDoorFilter.OPEN) != null
                && response.getStatus() == Response.Status.FORBIDDEN.getStatusCode()) {
            limits.ofFailure(Origin.of(request).address()).ifPresent(wait -> replace(response, TooMany.failures(wait)));
        }
    }

    private static void replace(ContainerResponseContext response, Response instead) {
        response.setStatus(instead.getStatus());
        response.setEntity(instead.getEntity(), NONE, instead.getMediaType());
        response.getHeaders()
                .putSingle(HttpHeaders.RETRY_AFTER, instead.getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
    }
}
