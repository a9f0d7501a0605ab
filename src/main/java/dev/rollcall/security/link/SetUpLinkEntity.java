package dev.rollcall.security.link;

import dev.rollcall.security.session.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "set_up_link")
class SetUpLinkEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "organization_id", nullable = false, updatable = false)
    UUID organizationId;

    @Column(nullable = false, length = 254, updatable = false)
    String email;

    @Column(nullable = false, length = 200, updatable = false)
    String name;

    @Column(name = "read_only", nullable = false, updatable = false)
    boolean readOnly;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "secret_hash", nullable = false, length = 32, updatable = false)
    byte[] secretHash;

    @Column(name = "made_by", nullable = false, length = 320, updatable = false)
    String madeBy;

    @Column(nullable = false, updatable = false)
    long created;

    @Column(nullable = false, updatable = false)
    long expires;

    @Nullable
    Long used;

    SetUpLink toLink() {
        return new SetUpLink(
                id,
                organizationId,
                new Person(email, name),
                readOnly,
                madeBy,
                Instant.ofEpochMilli(created),
                Instant.ofEpochMilli(expires),
                used == null ? null : Instant.ofEpochMilli(used));
    }
}
