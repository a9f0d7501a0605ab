package dev.rollcall.organization.domain;

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
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "domain")
class DomainEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", nullable = false, updatable = false)
    UUID organizationId;

    @Column(nullable = false, updatable = false, length = 253)
    String name;

    /// The name while the domain is claimed.
    @Column(name = "claimed_name", length = 253)
    @Nullable
    String claimedName;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20)
    Proof proof;

    @Column(nullable = false, updatable = false, length = 100)
    String challenge;

    @Column(nullable = false, updatable = false)
    long created;

    @Nullable
    Long proved;

    @Nullable
    Long checked;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 20)
    @Nullable
    Finding finding;

    @Column(name = "failing_since")
    @Nullable
    Long failingSince;

    @Column(nullable = false)
    long version;

    DomainState state() {
        return claimedName == null ? DomainState.WAITING : DomainState.CLAIMED;
    }

    void claim(Proof by, long now) {
        claimedName = name;
        proof = by;
        proved = now;
        failingSince = null;
    }

    void lose() {
        claimedName = null;
        proved = null;
        failingSince = null;
    }

    Domain toDomain() {
        var looked = ProofRecord.of(name, challenge);
        return new Domain(
                id,
                organizationId,
                name,
                DomainName.stored(name).unicode(),
                state(),
                proof,
                looked,
                Instant.ofEpochMilli(created),
                instant(proved),
                instant(checked),
                finding == null ? null : finding.sentence(looked),
                instant(failingSince),
                version);
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
