package dev.rollcall.security.door;

import dev.rollcall.web.BearerScheme;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/// What a request brings to prove who sends it.
sealed interface BroughtProof {

    /// Nothing, or another scheme.
    record None() implements BroughtProof {}

    /// More than can be meant.
    record Ambiguous() implements BroughtProof {}

    /// A bearer token (RFC 6750 §2.1), of any form.
    record Token(String token) implements BroughtProof {
        @Override
        public String toString() {
            return "Token";
        }
    }

    /// The secret of a session.
    record Session(String secret) implements BroughtProof {
        @Override
        public String toString() {
            return "Session";
        }
    }

    /// What a request brings.
    ///
    /// @param cookies the values of the session's cookie, as often as it was sent
    static BroughtProof of(ContainerRequestContext request, List<String> cookies) {
        var headers = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        var inQuery = request.getUriInfo().getQueryParameters().containsKey("access_token");
        if (headers.size() + cookies.size() > 1 || inQuery) {
            return new Ambiguous();
        }
        if (!cookies.isEmpty()) {
            return new Session(cookies.getFirst());
        }
        return headers.stream()
                .findFirst()
                .flatMap(BearerScheme::token)
                .<BroughtProof>map(Token::new)
                .orElseGet(None::new);
    }
}
