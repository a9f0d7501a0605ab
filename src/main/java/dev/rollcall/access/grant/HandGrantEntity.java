package dev.rollcall.access.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "member_grant")
class HandGrantEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", nullable = false, updatable = false)
    UUID organizationId;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "member_id", nullable = false, updatable = false)
    UUID memberId;

    /// The team, or the organization.
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "scope_id", nullable = false, updatable = false)
    UUID scopeId;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "role_id", nullable = false, updatable = false)
    UUID roleId;

    @Column(name = "made_by", nullable = false, updatable = false, length = 320)
    String madeBy;

    @Column(nullable = false, updatable = false)
    long created;
}
