package dev.rollcall.access.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "group_mapping")
class MappingEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", nullable = false, updatable = false)
    UUID organizationId;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "group_id", nullable = false, updatable = false)
    UUID groupId;

    /// The team, or the organization.
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "scope_id", nullable = false)
    UUID scopeId;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "role_id", nullable = false)
    UUID roleId;

    @Column(name = "made_by", nullable = false, updatable = false, length = 320)
    String madeBy;

    @Column(nullable = false, updatable = false)
    long created;

    @Column(nullable = false)
    long version;

    @Nullable
    UUID teamId() {
        return scopeId.equals(organizationId) ? null : scopeId;
    }
}
