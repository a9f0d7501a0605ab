package dev.rollcall.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// By what a client authenticates (RFC 6749 §2.3.1): in the header, or in the form, never in both.
record ClientProof(String clientId, String secret) {
    private static final String BASIC = "basic";

    /// @throws OAuthException `invalid_request` where more than one way is used, `invalid_client` where none is
    static ClientProof of(List<String> authorizationHeaders, Form form) {
        var id = form.find("client_id");
        var secret = form.find("client_secret");
        if (authorizationHeaders.size() > 1 || (!authorizationHeaders.isEmpty() && secret.isPresent())) {
            throw OAuthException.invalidRequest(
                    "The client authenticates twice. Send its secret in the Authorization header or in the form, not in"
                            + " both.");
        }
        if (authorizationHeaders.isEmpty()) {
            return new ClientProof(
                    id.orElseThrow(OAuthException::invalidClient), secret.orElseThrow(OAuthException::invalidClient));
        }
        var basic = basic(authorizationHeaders.getFirst());
        if (id.isPresent() && !id.get().equals(basic.clientId)) {
            throw OAuthException.invalidRequest("The header and the form name different clients.");
        }
        return basic;
    }

    private static ClientProof basic(String header) {
        var stripped = header.strip();
        var space = stripped.indexOf(' ');
        if (space < 0 || !stripped.substring(0, space).toLowerCase(Locale.ROOT).equals(BASIC)) {
            throw OAuthException.invalidClient();
        }
        try {
            var decoded = new String(
                    Base64.getDecoder().decode(stripped.substring(space + 1).strip()), StandardCharsets.UTF_8);
            var colon = decoded.indexOf(':');
            if (colon < 0) {
                throw OAuthException.invalidClient();
            }
            return new ClientProof(
                    URLDecoder.decode(decoded.substring(0, colon), StandardCharsets.UTF_8),
                    URLDecoder.decode(decoded.substring(colon + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            throw OAuthException.invalidClient();
        }
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "ClientProof";
    }
}
