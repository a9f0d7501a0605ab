package dev.rollcall.digest;

import java.security.SecureRandom;
import java.util.Base64;

/// A secret of 256 bits that opens something, of which only the SHA-256 is kept.
public final class Secret {
    private static final int BYTES = 32;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /// A new one.
    public static Secret random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// To be shown once, never logged.
    public String text() {
        return text;
    }

    /// What is kept of it.
    public SecretHash hash() {
        return SecretHash.of(text);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
