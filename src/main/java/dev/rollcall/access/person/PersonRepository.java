package dev.rollcall.access.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<PersonEntity, UUID> {
    private static final UUID FIRST = new UUID(0, 0);

    List<PersonEntity> page(UUID organizationId, MemberState state, @Nullable UUID after, int limit) {
        return find(
                        "organizationId = ?1 and state = ?2 and id > ?3 order by id",
                        organizationId,
                        state,
                        after == null ? FIRST : after)
                .page(0, limit)
                .list();
    }

    Optional<PersonEntity> find(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id).firstResultOptional();
    }

    /// Holds the row until the transaction ends.
    Optional<PersonEntity> lock(UUID organizationId, UUID id) {
        return lock(organizationId, List.of(id)).stream().findFirst();
    }

    /// Those who are still there, in no order, held until the transaction ends.
    List<PersonEntity> lock(UUID organizationId, List<UUID> ids) {
        return find("organizationId = ?1 and id in ?2 order by id", organizationId, ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// The member with this address, by its key.
    Optional<PersonEntity> live(UUID organizationId, String key) {
        return find("organizationId = ?1 and accountKey = ?2 and state <> ?3", organizationId, key, MemberState.DELETED)
                .firstResultOptional();
    }
}
