package dev.rollcall.access.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TeamRepository implements PanacheRepositoryBase<TeamEntity, UUID> {

    List<TeamEntity> page(UUID organizationId, String afterName, int limit) {
        return find("organizationId = ?1 and name > ?2 order by name", organizationId, afterName)
                .page(0, limit)
                .list();
    }

    long countOf(UUID organizationId) {
        return count("organizationId", organizationId);
    }

    boolean isTaken(UUID organizationId, String name) {
        return count("organizationId = ?1 and name = ?2", organizationId, name) > 0;
    }

    Optional<TeamEntity> find(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id).firstResultOptional();
    }

    /// Holds the row until the transaction ends: with `PESSIMISTIC_READ` it can be used by others as well, but neither
    /// changed nor removed.
    Optional<TeamEntity> lock(UUID organizationId, UUID id, LockModeType mode) {
        return find("organizationId = ?1 and id = ?2", organizationId, id)
                .withLock(mode)
                .firstResultOptional();
    }
}
