package dev.rollcall.access.catalogue;

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
@Table(name = "role")
class RoleEntity {
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
    @Column(nullable = false, length = 20)
    RoleScope scope;

    @Column(name = "role_rank", nullable = false)
    int rank;

    @Column(nullable = false)
    boolean admin;

    @Column(nullable = false, updatable = false)
    long created;

    @Column(nullable = false)
    long version;

    Role toRole() {
        return new Role(id, organizationId, name, scope, rank, admin, Instant.ofEpochMilli(created), version);
    }
}
