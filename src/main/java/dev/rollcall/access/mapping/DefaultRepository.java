package dev.rollcall.access.mapping;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class DefaultRepository implements PanacheRepositoryBase<DefaultEntity, DefaultKey> {

    Optional<DefaultEntity> find(UUID organizationId, UUID subjectId) {
        return findByIdOptional(new DefaultKey(organizationId, subjectId));
    }

    /// Holds the row until the transaction ends.
    Optional<DefaultEntity> lock(UUID organizationId, UUID subjectId) {
        return findByIdOptional(new DefaultKey(organizationId, subjectId), LockModeType.PESSIMISTIC_WRITE);
    }
}
