package dev.rollcall.api.change;

import java.util.function.UnaryOperator;

/// A request that is to be done once.
final class IdempotentRequest {
    private final byte[] id;
    private final byte[] digest;
    private final UnaryOperator<byte[]> secret;

    /// @param id of the caller and the key together, from which neither can be found
    /// @param digest of what is asked for: method, path and body
    /// @param secret 64 bytes for a salt, which nobody has who has not the key
    IdempotentRequest(byte[] id, byte[] digest, UnaryOperator<byte[]> secret) {
        this.id = id.clone();
        this.digest = digest.clone();
        this.secret = secret;
    }

    byte[] id() {
        return id.clone();
    }

    byte[] digest() {
        return digest.clone();
    }

    byte[] secret(byte[] salt) {
        return secret.apply(salt);
    }
}
