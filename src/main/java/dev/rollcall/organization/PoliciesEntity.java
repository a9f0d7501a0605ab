package dev.rollcall.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// The columns of an organization's row that are its policies: they are changed and counted for themselves.
@Entity
@Table(name = "organization")
class PoliciesEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @Column(name = "provisioning_without_sso", nullable = false)
    boolean provisioningWithoutSso;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "domain_policy", nullable = false, length = 20)
    DomainPolicy domainPolicy;

    @Column(name = "policies_version", nullable = false)
    long version;

    Policies toPolicies() {
        return new Policies(id, provisioningWithoutSso, domainPolicy, version);
    }
}
