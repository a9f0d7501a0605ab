package dev.rollcall.access.person;

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
@Table(name = "person")
class PersonEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", nullable = false, updatable = false)
    UUID organizationId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20)
    MemberOrigin origin;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, length = 20)
    MemberState state;

    @Column(nullable = false, length = 254)
    String email;

    /// {@link #email} as it is compared.
    @Column(name = "account_key", length = 512)
    @Nullable
    String accountKey;

    @Column(length = 200)
    @Nullable
    String name;

    @Column(name = "user_name_key", length = 512)
    @Nullable
    String userNameKey;

    @Column(name = "external_id", length = 512)
    @Nullable
    String externalId;

    @Column(name = "made_by", nullable = false, length = 320)
    String madeBy;

    @Column(nullable = false, updatable = false)
    long created;

    @Column(nullable = false)
    long changed;

    @Nullable
    Long deleted;

    @Column(name = "purge_at")
    @Nullable
    Long purgeAt;

    @Column(nullable = false)
    long version;

    boolean hasSeat() {
        return state == MemberState.INVITED || state == MemberState.ACTIVE;
    }

    void changed(long now) {
        changed = now;
        version++;
    }

    KnownPerson toPerson() {
        return new KnownPerson(
                id, organizationId, origin, state, email, name, madeBy, Instant.ofEpochMilli(created), version);
    }
}
