package dev.rollcall.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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

    /// 1 for the one that signs, else null.
    @Nullable
    Byte active;

    @Column(nullable = false, updatable = false)
    long created;

    @Nullable
    Long retired;

    SigningKey toSigningKey() {
        return new SigningKey(
                id,
                algorithm,
                algorithm.publicKey(publicKey),
                privateKey == null ? null : algorithm.privateKey(privateKey),
                Instant.ofEpochMilli(created),
                retired == null ? null : Instant.ofEpochMilli(retired));
    }
}
