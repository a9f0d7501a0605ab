package dev.rollcall.security.session;

import dev.rollcall.security.PersonAccess;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "session")
class SessionEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", nullable = false, length = 16, updatable = false)
    UUID organizationId;

    @Column(nullable = false, length = 254, updatable = false)
    String email;

    @Column(nullable = false, length = 200, updatable = false)
    String name;

    @Column(nullable = false, updatable = false)
    boolean admin;

    /// Whether somebody who is no org admin may see what one sees.
    @Column(name = "read_only", nullable = false, updatable = false)
    boolean readOnly;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "secret_hash", nullable = false, length = 32, updatable = false)
    byte[] secretHash;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20, updatable = false)
    Session.Origin origin;

    @Column(length = 64, updatable = false)
    @Nullable
    String address;

    @Column(name = "user_agent", length = 200, updatable = false)
    @Nullable
    String userAgent;

    @Column(nullable = false, updatable = false)
    long created;

    @Column(name = "last_seen", nullable = false)
    long lastSeen;

    @Column(nullable = false, updatable = false)
    long expires;

    @Nullable
    Long ended;

    private PersonAccess access() {
        if (admin) {
            return PersonAccess.WRITE;
        }
        return readOnly ? PersonAccess.READ : PersonAccess.NONE;
    }

    Session toSession() {
        return new Session(
                id,
                organizationId,
                email,
                name,
                access(),
                origin,
                address,
                userAgent,
                Instant.ofEpochMilli(created),
                Instant.ofEpochMilli(lastSeen),
                Instant.ofEpochMilli(expires),
                ended == null ? null : Instant.ofEpochMilli(ended));
    }
}
