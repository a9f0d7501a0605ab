package dev.rollcall.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The parameters of a form body (RFC 6749 appendix B). None of them is there twice (§3.2), and one without a value is
/// as good as absent.
record Form(Map<String, String> parameters) {
    Form {
        parameters = Map.copyOf(parameters);
    }

    /// Reads a body.
    ///
    /// @throws OAuthException `invalid_request`
    static Form parse(String body) {
        var parameters = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (parameters.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
                throw OAuthException.invalidRequest("A parameter is there twice. Send each of them once.");
            }
        }
        parameters.values().removeIf(String::isEmpty);
        return new Form(parameters);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw OAuthException.invalidRequest("The body is not form-encoded: a percent sign stands alone.");
        }
    }

    /// Without values, which hold secrets.
    @Override
    public String toString() {
        return "Form";
    }
}
