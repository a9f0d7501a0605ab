package dev.rollcall.envelope;

import dev.rollcall.digest.Sha256;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A key that the deployer gives. Its id is the beginning of its hash, so that the right one can be told from others
/// without giving it away.
record KeyEncryptionKey(String id, SecretKey key) {
    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;

    /// @throws IllegalArgumentException where the text is not 32 bytes in Base64; the message does not hold it
    static KeyEncryptionKey parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("is not in Base64");
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("has " + bytes.length + " bytes");
        }
        return new KeyEncryptionKey(id(bytes), new SecretKeySpec(bytes, "AES"));
    }

    private static String id(byte[] bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(bytes), ID_BYTES));
    }

    /// Without the key.
    @Override
    public String toString() {
        return "KeyEncryptionKey[" + id + "]";
    }
}
