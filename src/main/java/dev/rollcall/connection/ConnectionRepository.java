package dev.rollcall.connection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ConnectionRepository implements PanacheRepositoryBase<ConnectionEntity, UUID> {

    List<ConnectionEntity> of(UUID organizationId) {
        return list("organizationId = ?1 order by name", organizationId);
    }

    List<ConnectionEntity> page(UUID organizationId, String afterName, int limit) {
        return find("organizationId = ?1 and name > ?2 order by name", organizationId, afterName)
                .page(0, limit)
                .list();
    }

    Optional<ConnectionEntity> find(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id).firstResultOptional();
    }

    Optional<ConnectionEntity> named(UUID organizationId, String name) {
        return find("organizationId = ?1 and name = ?2", organizationId, name).firstResultOptional();
    }

    /// Holds the row until the transaction ends. To be the first read of the transaction, so that what is read
    /// next is what the one who held it before has left.
    Optional<ConnectionEntity> lock(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
