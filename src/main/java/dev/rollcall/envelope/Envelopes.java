package dev.rollcall.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Encrypts secrets for the database, where a key-encryption key is given; leaves them plain where none is. Each
/// secret has a name, which it keeps, and cannot be read under another.
@ApplicationScoped
public class Envelopes {
    private static final int DATA_KEY_BYTES = 32;

    private final KeyRing keys;

    Envelopes(KeyRing keys) {
        this.keys = keys;
    }

    /// The id of the key-encryption key that is given, if one is.
    public Optional<String> keyId() {
        return keys.active().map(KeyEncryptionKey::id);
    }

    /// A secret as it is to be stored.
    public Stored store(String name, byte[] secret) {
        return keys.active().map(key -> enveloped(key, name, secret)).orElseGet(() -> Stored.plain(secret));
    }

    /// A secret as it was before it was stored.
    ///
    /// @throws IllegalStateException where its key-encryption key is not given, or its row was changed; the
    ///     sentence is for who starts the service
    public byte[] read(String name, Stored stored) {
        var dataKey = dataKey(name, stored);
        return dataKey == null ? stored.content() : decrypted(dataKey, name, stored.content());
    }

    /// The same secret under the key-encryption key that encrypts now; empty where it is already, or none is given. Of
    /// what is encrypted only the data key is encrypted anew.
    ///
    /// @throws IllegalStateException as {@link #read}
    public Optional<Stored> renewed(String name, Stored stored) {
        return keys.active().filter(key -> !key.id().equals(stored.keyId())).map(key -> {
            var dataKey = dataKey(name, stored);
            return dataKey == null
                    ? enveloped(key, name, stored.content())
                    : new Stored(stored.content(), wrapped(key, name, dataKey), key.id());
        });
    }

    private static Stored enveloped(KeyEncryptionKey key, String name, byte[] secret) {
        var bytes = new byte[DATA_KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        var dataKey = new SecretKeySpec(bytes, "AES");
        return new Stored(AesGcm.encrypt(dataKey, name, secret), wrapped(key, name, dataKey), key.id());
    }

    private static byte[] wrapped(KeyEncryptionKey key, String name, SecretKey dataKey) {
        return AesGcm.encrypt(key.key(), name, dataKey.getEncoded());
    }

    /// Null for what is plain.
    private @Nullable SecretKey dataKey(String name, Stored stored) {
        var keyId = stored.keyId();
        if (keyId == null) {
            return null;
        }
        var key = keys.find(keyId)
                .orElseThrow(() -> new IllegalStateException("The " + name + " in the database is encrypted with the"
                        + " key-encryption key " + keyId + ", which is not given. Give it as"
                        + " rollcall.keys.encryption-key or rollcall.keys.encryption-key-location, or among"
                        + " rollcall.keys.previous-encryption-keys, and start again."));
        return new SecretKeySpec(decrypted(key.key(), name, Objects.requireNonNull(stored.dataKey())), "AES");
    }

    private static byte[] decrypted(SecretKey key, String name, byte[] encrypted) {
        try {
            return AesGcm.decrypt(key, name, encrypted);
        } catch (AEADBadTagException _) {
            throw new IllegalStateException("The " + name + " in the database cannot be decrypted: its row was changed."
                    + " Restore it from a backup.");
        }
    }
}
