package dev.rollcall.scim.security;

import dev.rollcall.web.BearerScheme;
import java.util.List;

/// What a request brings as credentials (RFC 6750 §2).
sealed interface BearerCredentials {

    /// Nothing, or another scheme.
    record None() implements BearerCredentials {}

    /// More than can be meant: several headers, or a token in the query beside the one in the header.
    record Ambiguous() implements BearerCredentials {}

    /// One bearer token, of any form.
    record Token(String token) implements BearerCredentials {
        @Override
        public String toString() {
            return "Token";
        }
    }

    /// The credentials of a request. A token in the query is no credential (RFC 6750 §5.3).
    static BearerCredentials of(List<String> authorizationHeaders, boolean tokenInQuery) {
        if (authorizationHeaders.size() > 1) {
            return new Ambiguous();
        }
        if (authorizationHeaders.isEmpty()) {
            return new None();
        }
        return BearerScheme.token(authorizationHeaders.getFirst())
                .<BearerCredentials>map(token -> tokenInQuery ? new Ambiguous() : new Token(token))
                .orElseGet(None::new);
    }
}
