package dev.rollcall.security.session;

import dev.rollcall.security.ProofHash;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret of 256 bits that opens something, of which only the SHA-256 is kept.
final class Secret {
    private static final int BYTES = 32;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    static Secret random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String text() {
        return text;
    }

    byte[] hash() {
        return ProofHash.of(text).bytes();
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
