package dev.rollcall.scim.configured;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/// The rows of `scim_resource` as entities, for writes.
@ApplicationScoped
class ConfiguredRepository implements PanacheRepositoryBase<ConfiguredEntity, UUID> {

    /// The resource, locked until the transaction ends.
    Optional<ConfiguredEntity> lock(UUID organizationId, String resourceType, UUID id) {
        return find("organizationId = ?1 and resourceType = ?2 and id = ?3", organizationId, resourceType, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
