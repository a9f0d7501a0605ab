package dev.rollcall.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    @Column(nullable = false, length = 200)
    String name;

    @Column(nullable = false, length = 200, updatable = false)
    String scope;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "token_hash", nullable = false, length = 32, updatable = false)
    byte[] tokenHash;

    @Column(nullable = false, updatable = false)
    long created;

    @Column(nullable = false, updatable = false)
    long expires;

    @Nullable
    Long revoked;

    @Column(name = "last_used")
    @Nullable
    Long lastUsed;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "user_id", length = 16, updatable = false)
    @Nullable
    UUID userId;

    Credential toCredential() {
        return new Credential(
                id,
                organizationId,
                connectionId,
                name,
                Scope.parse(scope),
                Instant.ofEpochMilli(created),
                Instant.ofEpochMilli(expires),
                instant(revoked),
                instant(lastUsed),
                userId);
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
