package dev.rollcall.organization;

import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "connection")
class ConnectionEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", nullable = false, updatable = false)
    UUID organizationId;

    @Column(nullable = false, length = 200)
    String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "identity_provider", nullable = false, length = 20)
    IdentityProvider identityProvider;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20)
    ConnectionState state;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "conformance_mode", nullable = false, length = 20)
    ConformanceMode mode;

    @Column(nullable = false, updatable = false)
    long created;

    /// What its requests are forgiven.
    Set<Tolerance> tolerances() {
        var forgiven = EnumSet.noneOf(Tolerance.class);
        forgiven.addAll(mode.tolerances());
        if (mode == ConformanceMode.COMPATIBLE) {
            forgiven.addAll(identityProvider.tolerances());
        }
        return forgiven;
    }

    Connection toConnection() {
        return new Connection(id, organizationId, name, identityProvider, state, mode, Instant.ofEpochMilli(created));
    }
}
