package dev.rollcall.connection.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "credential")
class CredentialEntity {
    /// Also the token's `jti`.
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", nullable = false, updatable = false)
    UUID organizationId;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "connection_id", nullable = false, updatable = false)
    UUID connectionId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20, updatable = false)
    CredentialKind kind;

    @Column(nullable = false, length = 200)
    String name;

    @Column(nullable = false, length = 200, updatable = false)
    String scope;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "token_hash", nullable = false, length = 32, updatable = false)
    byte[] tokenHash;

    @Column(name = "made_by", nullable = false, length = 320, updatable = false)
    String madeBy;

    @Column(nullable = false, updatable = false)
    long created;

    /// Milliseconds; null in a row of a version that did not know it.
    @Column(updatable = false)
    @Nullable
    Long lifetime;

    @Column(nullable = false)
    long expires;

    @Nullable
    Long revoked;

    @Column(name = "last_used")
    @Nullable
    Long lastUsed;

    @Column(name = "last_used_address", length = 64)
    @Nullable
    String lastUsedAddress;

    @Column(name = "last_used_product", length = 200)
    @Nullable
    String lastUsedProduct;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "user_id", length = 16, updatable = false)
    @Nullable
    UUID userId;

    /// Counted by hand: that a credential was used is no change of it.
    @Column(nullable = false)
    long version = 1;

    Credential toCredential() {
        return new Credential(
                id,
                organizationId,
                connectionId,
                kind,
                name,
                Scope.parse(scope),
                madeBy,
                Instant.ofEpochMilli(created),
                Duration.ofMillis(lifetime == null ? expires - created : lifetime),
                Instant.ofEpochMilli(expires),
                instant(revoked),
                lastUse(),
                userId,
                version);
    }

    private @Nullable LastUse lastUse() {
        return lastUsed == null
                ? null
                : new LastUse(Instant.ofEpochMilli(lastUsed), new CredentialUse(lastUsedAddress, lastUsedProduct));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
