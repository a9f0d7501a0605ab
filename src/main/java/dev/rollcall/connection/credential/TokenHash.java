package dev.rollcall.connection.credential;

import dev.rollcall.digest.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;

/// The SHA-256 of a token. A token has more entropy than can be guessed, so its hash needs neither salt nor
/// stretching.
public final class TokenHash {
    private final byte[] bytes;

    private TokenHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The hash of a token in its compact form.
    public static TokenHash of(String token) {
        return new TokenHash(Sha256.of(token));
    }

    static TokenHash stored(byte[] bytes) {
        return new TokenHash(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// Compares in a time that does not depend on where the two differ.
    @Override
    public boolean equals(Object other) {
        return other instanceof TokenHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "TokenHash";
    }
}
