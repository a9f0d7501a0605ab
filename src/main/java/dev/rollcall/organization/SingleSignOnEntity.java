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
@Table(name = "single_sign_on")
class SingleSignOnEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id")
    UUID organizationId;

    @Column(nullable = false, length = 200)
    String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20)
    SingleSignOn.State state;

    @Column(nullable = false, updatable = false)
    long created;

    @Column(nullable = false)
    long version;

    SingleSignOn toSingleSignOn() {
        return new SingleSignOn(organizationId, name, state, Instant.ofEpochMilli(created), version);
    }
}
