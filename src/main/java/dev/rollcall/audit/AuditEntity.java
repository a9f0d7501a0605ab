package dev.rollcall.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntity {
    /// In the order in which they were made.
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", length = 16)
    @Nullable
    UUID organizationId;

    @Column(nullable = false)
    long occurred;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "author_kind", nullable = false, length = 20)
    Author.Kind authorKind;

    @Column(name = "author_id", nullable = false, length = 255)
    String authorId;

    @Column(name = "author_name", nullable = false, length = 320)
    String authorName;

    @Column(length = 64)
    @Nullable
    String address;

    @Column(name = "request_id", length = 128)
    @Nullable
    String requestId;

    @Column(nullable = false, length = 64)
    String action;

    @Column(name = "subject_id", nullable = false, length = 255)
    String subjectId;

    @Column(name = "subject_name", nullable = false, length = 320)
    String subjectName;

    /// A JSON object.
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(name = "value_before", nullable = false)
    String before;

    /// A JSON object.
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(name = "value_after", nullable = false)
    String after;
}
