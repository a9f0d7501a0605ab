package dev.rollcall.scim.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of `scim_group` as entities, for writes.
@ApplicationScoped
class GroupRepository implements PanacheRepositoryBase<GroupEntity, UUID> {

    /// The group, locked until the transaction ends: changes of its members wait for each other instead of
    /// losing a race.
    Optional<GroupEntity> lock(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /// The groups, locked, in the order of their identifiers.
    List<GroupEntity> lock(UUID organizationId, List<UUID> ids) {
        return find("organizationId = ?1 and id in ?2 order by id", organizationId, ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// Whether another group of the organization has this name.
    boolean isTaken(UUID organizationId, GroupName name, UUID id) {
        return count("organizationId = ?1 and displayNameKey = ?2 and id <> ?3", organizationId, name.key(), id) > 0;
    }
}
