package dev.rollcall.digest;

import java.security.MessageDigest;
import java.util.Arrays;

/// The SHA-256 of a token or a secret. Both have more entropy than can be guessed, so the hash needs neither salt nor
/// stretching.
public final class SecretHash {
    private final byte[] bytes;

    private SecretHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The hash of a token, in its compact form, or of a secret.
    public static SecretHash of(String secret) {
        return new SecretHash(Sha256.of(secret));
    }

    /// The hash as it was kept.
    public static SecretHash stored(byte[] bytes) {
        return new SecretHash(bytes.clone());
    }

    /// As it is kept.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Compares in a time that does not depend on where the two differ.
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SecretHash";
    }
}
