package dev.rollcall.access.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "team")
class TeamEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", nullable = false, updatable = false)
    UUID organizationId;

    @Column(nullable = false, length = 200)
    String name;

    @Column(nullable = false, updatable = false)
    long created;

    @Column(nullable = false)
    long version;

    Team toTeam() {
        return new Team(id, organizationId, name, Instant.ofEpochMilli(created), version);
    }
}
