package dev.rollcall.scim.security;

import java.util.List;
import java.util.Locale;

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
        var header = authorizationHeaders.getFirst().strip();
        var space = header.indexOf(' ');
        var scheme = space < 0 ? header : header.substring(0, space);
        if (!scheme.toLowerCase(Locale.ROOT).equals("bearer")) {
            return new None();
        }
        return tokenInQuery
                ? new Ambiguous()
                : new Token(header.substring(scheme.length()).strip());
    }
}
