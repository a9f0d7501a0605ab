package dev.rollcall.token;

import dev.rollcall.envelope.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "signing_key")
class SigningKeyEntity {
    @Id
    @Column(length = 64)
    String id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20, updatable = false)
    KeyAlgorithm algorithm;

    @Column(name = "public_key", nullable = false, length = 2048, updatable = false)
    byte[] publicKey;

    @Column(name = "private_key", length = 8192)
    byte @Nullable [] privateKey;

    /// With {@link #encryptionKeyId}, null where the private half is plain or absent.
    @Column(name = "data_key", length = 128)
    byte @Nullable [] dataKey;

    @Column(name = "encryption_key_id", length = 16)
    @Nullable
    String encryptionKeyId;

    /// 1 for the one that signs, else null.
    @Nullable
    Byte active;

    @Column(nullable = false, updatable = false)
    long created;

    @Nullable
    Long retired;

    /// The private half as it is stored; empty where it is kept in a file.
    Optional<Stored> stored() {
        return Optional.ofNullable(privateKey).map(content -> new Stored(content, dataKey, encryptionKeyId));
    }

    void store(Stored stored) {
        privateKey = stored.content();
        dataKey = stored.dataKey();
        encryptionKeyId = stored.keyId();
    }

    /// By which it is stored.
    static String secretName(String id) {
        return "signing key " + id;
    }

    /// The public half.
    SigningKey toPublicKey() {
        return toSigningKey(null);
    }

    SigningKey toSigningKey(byte @Nullable [] encoded) {
        return new SigningKey(
                id,
                algorithm,
                algorithm.publicKey(publicKey),
                encoded == null ? null : algorithm.privateKey(encoded),
                Instant.ofEpochMilli(created),
                retired == null ? null : Instant.ofEpochMilli(retired));
    }
}
