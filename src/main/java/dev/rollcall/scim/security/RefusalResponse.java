package dev.rollcall.scim.security;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.ErrorResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// The answer to a refused request: a SCIM error (RFC 7644 §3.12) with the challenge of RFC 6750 §3.
final class RefusalResponse {
    private RefusalResponse() {}

    static Response of(Refusal refusal, ContainerRequestContext request) {
        var response = ErrorResponse.builder(
                ScimException.status(refusal.status(), refusal.detail()), request.getHeaderString(HttpHeaders.ACCEPT));
        if (refusal.challenge() != null) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, refusal.challenge());
        }
        return response.build();
    }
}
