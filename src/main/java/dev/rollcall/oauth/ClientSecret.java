package dev.rollcall.oauth;

import dev.rollcall.connection.credential.TokenHash;
import java.security.SecureRandom;
import java.util.Base64;

/// The secret of an OAuth client, 256 random bits. To be shown once, never logged, never kept.
record ClientSecret(String text) {
    private static final int BYTES = 32;

    static ClientSecret next() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ClientSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    TokenHash hash() {
        return TokenHash.of(text);
    }

    @Override
    public String toString() {
        return "ClientSecret";
    }
}
