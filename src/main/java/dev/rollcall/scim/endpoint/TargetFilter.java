package dev.rollcall.scim.endpoint;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.ErrorResponse;
import dev.rollcall.scim.security.CurrentClient;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.web.Stages;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/// Refuses requests whose target is no URI where nobody can tell what it means, or where the connection does not
/// forgive it. It comes after the check of the token and the count of the request.
@Provider
@PreMatching
@Priority(Stages.TARGET)
public class TargetFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        TargetsAsWritten.of(request)
                .flatMap(target -> refusal(target, request))
                .map(ScimException::invalidSyntax)
                .ifPresent(refusal ->
                        request.abortWith(ErrorResponse.builder(refusal, request.getHeaderString(HttpHeaders.ACCEPT))
                                .build()));
    }

    private static Optional<String> refusal(RequestTarget target, ContainerRequestContext request) {
        if (target.refusal() != null) {
            return Optional.of(target.refusal());
        }
        var isForgiven = CurrentClient.of(request)
                .map(client -> client.tolerances().forgive(Tolerance.UNENCODED_QUERY))
                .orElse(true);
        return isForgiven ? Optional.empty() : Optional.of("The query holds " + target.unencoded());
    }
}
