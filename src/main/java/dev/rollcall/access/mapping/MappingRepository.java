package dev.rollcall.access.mapping;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class MappingRepository implements PanacheRepositoryBase<MappingEntity, UUID> {

    long countOf(UUID organizationId) {
        return count("organizationId", organizationId);
    }

    long countOf(UUID organizationId, UUID groupId) {
        return count("organizationId = ?1 and groupId = ?2", organizationId, groupId);
    }

    /// Whether another mapping of the same group gives the same.
    boolean isTaken(MappingEntity mapping, UUID scopeId, UUID roleId) {
        return count(
                        "organizationId = ?1 and groupId = ?2 and scopeId = ?3 and roleId = ?4 and id <> ?5",
                        mapping.organizationId,
                        mapping.groupId,
                        scopeId,
                        roleId,
                        mapping.id)
                > 0;
    }

    /// Holds the row until the transaction ends.
    Optional<MappingEntity> lock(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
