package dev.rollcall.scim.configured;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The rows of `scim_resource` as entities, for writes.
@ApplicationScoped
class ConfiguredRepository implements PanacheRepositoryBase<ConfiguredEntity, UUID> {

    Optional<ConfiguredEntity> find(UUID organizationId, String resourceType, UUID id) {
        return find("organizationId = ?1 and resourceType = ?2 and id = ?3", organizationId, resourceType, id)
                .firstResultOptional();
    }
}
