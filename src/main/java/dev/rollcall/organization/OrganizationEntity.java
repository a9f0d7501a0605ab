package dev.rollcall.organization;

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
@Table(name = "organization")
class OrganizationEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @Column(nullable = false, length = 200)
    String name;

    // Not MariaDB's ENUM, which would need DDL for every new plan.
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20)
    Plan plan;

    @Column(nullable = false, updatable = false)
    long created;

    /// How it begins: {@link PoliciesEntity} has it from then on. The column's own default is another one.
    @Column(name = "provisioning_without_sso", nullable = false, updatable = false)
    boolean provisioningWithoutSso;

    @Column(nullable = false)
    long version = 1;

    Organization toOrganization() {
        return new Organization(id, name, plan, Instant.ofEpochMilli(created), version);
    }
}
