package dev.rollcall.security.operator;

import dev.rollcall.security.OperatorScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "operator_token")
class OperatorTokenEntity {
    /// Also the token's `jti`.
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @Column(nullable = false, length = 200, updatable = false)
    String name;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", length = 16, updatable = false)
    @Nullable
    UUID organizationId;

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

    boolean isOf(byte[] hash) {
        return MessageDigest.isEqual(tokenHash, hash);
    }

    OperatorToken toToken() {
        return new OperatorToken(
                id,
                name,
                organizationId,
                OperatorScope.parse(scope),
                Instant.ofEpochMilli(created),
                Instant.ofEpochMilli(expires),
                instant(revoked),
                instant(lastUsed));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
