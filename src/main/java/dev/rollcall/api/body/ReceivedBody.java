package dev.rollcall.api.body;

import dev.rollcall.digest.Sha256;
import jakarta.enterprise.context.RequestScoped;

/// What is left of the body of the request that is being served: whether another is the same.
@RequestScoped
public class ReceivedBody {
    private byte[] digest = Sha256.of("");

    void read(byte[] body) {
        digest = Sha256.of(body);
    }

    /// The digest of its bytes; that of none where no body was read.
    public byte[] digest() {
        return digest.clone();
    }
}
