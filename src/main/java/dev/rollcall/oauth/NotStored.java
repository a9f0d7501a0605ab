package dev.rollcall.oauth;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// The headers of every answer of the token endpoint (RFC 6749 §5.1).
final class NotStored {
    private NotStored() {}

    static Response.ResponseBuilder on(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").header("Pragma", "no-cache");
    }
}
