package dev.rollcall.connection;

import dev.rollcall.scim.tolerance.ConformanceMode;
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

    /// The words of {@link ToleranceOverrides}.
    @Column(name = "tolerance_overrides", nullable = false, length = 4_000)
    String toleranceOverrides;

    @Column(nullable = false)
    long version = 1;

    Connection toConnection() {
        return new Connection(
                id,
                organizationId,
                name,
                identityProvider,
                state,
                mode,
                ToleranceOverrides.parse(toleranceOverrides),
                Instant.ofEpochMilli(created),
                version);
    }
}
