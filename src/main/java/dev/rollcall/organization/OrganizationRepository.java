package dev.rollcall.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class OrganizationRepository implements PanacheRepositoryBase<OrganizationEntity, UUID> {

    List<OrganizationEntity> all() {
        return list("order by name");
    }

    List<OrganizationEntity> page(String afterName, int limit) {
        return find("name > ?1 order by name", afterName).page(0, limit).list();
    }

    /// Holds the row until the transaction ends. To be the first read of the transaction, so that what is read
    /// next is what the one who held it before has left.
    Optional<OrganizationEntity> lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<OrganizationEntity> named(String name) {
        return find("name", name).firstResultOptional();
    }
}
