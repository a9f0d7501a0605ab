package dev.rollcall.scim.user;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of `scim_user` as entities, for writes.
@ApplicationScoped
class UserRepository implements PanacheRepositoryBase<UserEntity, UUID> {

    Optional<UserEntity> find(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id).firstResultOptional();
    }

    /// The user, locked until the transaction ends: changes of one user wait for each other instead of losing a
    /// race.
    Optional<UserEntity> lock(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /// The users with these identifiers, in their order.
    List<UserEntity> find(UUID organizationId, List<UUID> ids) {
        return list("organizationId = ?1 and id in ?2 order by id", organizationId, ids);
    }

    Optional<UserEntity> findNamed(UUID organizationId, String userNameKey) {
        return find("organizationId = ?1 and userNameKey = ?2", organizationId, userNameKey)
                .firstResultOptional();
    }
}
