package dev.rollcall.scim.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/// A signed JWT taken apart (RFC 7515 §3.1), for making bad ones from a good one. The parts are as they are in
/// the token, in base64url.
record CompactToken(String header, String claims, String signature) {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /// @throws IllegalArgumentException for a text of another form
    static CompactToken of(String token) {
        var parts = List.of(token.split("\\.", -1));
        if (parts.size() != 3) {
            throw new IllegalArgumentException("The good token is no signed JWT");
        }
        return new CompactToken(parts.get(0), parts.get(1), parts.get(2));
    }

    static String encoded(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    String claimsText() {
        return new String(decoded(claims), UTF_8);
    }

    CompactToken withHeader(String json) {
        return new CompactToken(encoded(json.getBytes(UTF_8)), claims, signature);
    }

    CompactToken withClaims(String json) {
        return new CompactToken(header, encoded(json.getBytes(UTF_8)), signature);
    }

    CompactToken withSignature(byte[] bytes) {
        return new CompactToken(header, claims, encoded(bytes));
    }

    /// What the signature is made of.
    byte[] signed() {
        return (header + "." + claims).getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return header + "." + claims + "." + signature;
    }
}
