package dev.rollcall.access.grant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class HandGrantRepository implements PanacheRepositoryBase<HandGrantEntity, UUID> {

    boolean isTaken(HandGrantEntity grant) {
        return count(
                        "organizationId = ?1 and memberId = ?2 and scopeId = ?3 and roleId = ?4",
                        grant.organizationId,
                        grant.memberId,
                        grant.scopeId,
                        grant.roleId)
                > 0;
    }

    /// Holds the row until the transaction ends.
    Optional<HandGrantEntity> lock(UUID organizationId, UUID memberId, UUID id) {
        return find("organizationId = ?1 and memberId = ?2 and id = ?3", organizationId, memberId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
