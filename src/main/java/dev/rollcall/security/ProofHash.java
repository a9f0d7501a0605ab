package dev.rollcall.security;

import dev.rollcall.digest.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;

/// The SHA-256 of a token or of the secret of a session. Both have more entropy than can be guessed, so the hash needs
/// neither salt nor stretching.
public final class ProofHash {
    private final byte[] bytes;

    private ProofHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The hash of a token or secret.
    public static ProofHash of(String proof) {
        return new ProofHash(Sha256.of(proof));
    }

    /// As it is stored.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Compares in a time that does not depend on where the two differ.
    @Override
    public boolean equals(Object other) {
        return other instanceof ProofHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ProofHash";
    }
}
