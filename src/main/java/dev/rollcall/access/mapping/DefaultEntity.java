package dev.rollcall.access.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "default_grant")
@IdClass(DefaultKey.class)
class DefaultEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", nullable = false, updatable = false)
    UUID organizationId;

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "subject_id", nullable = false, updatable = false)
    UUID subjectId;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "team_id", nullable = false)
    UUID teamId;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "role_id", nullable = false)
    UUID roleId;

    @Column(nullable = false)
    long version;
}
