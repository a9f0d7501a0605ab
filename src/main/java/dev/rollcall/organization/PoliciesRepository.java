package dev.rollcall.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PoliciesRepository implements PanacheRepositoryBase<PoliciesEntity, UUID> {

    /// Holds the row until the transaction ends.
    Optional<PoliciesEntity> lock(UUID organizationId) {
        return findByIdOptional(organizationId, LockModeType.PESSIMISTIC_WRITE);
    }
}
