package dev.rollcall.organization.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class DomainRepository implements PanacheRepositoryBase<DomainEntity, UUID> {

    List<DomainEntity> of(UUID organizationId) {
        return list("organizationId = ?1 order by name", organizationId);
    }

    List<DomainEntity> page(UUID organizationId, String afterName, int limit) {
        return find("organizationId = ?1 and name > ?2 order by name", organizationId, afterName)
                .page(0, limit)
                .list();
    }

    long countOf(UUID organizationId) {
        return count("organizationId", organizationId);
    }

    long countClaimed(UUID organizationId) {
        return count("organizationId = ?1 and claimedName is not null", organizationId);
    }

    Optional<DomainEntity> find(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id).firstResultOptional();
    }

    /// Holds the row until the transaction ends.
    Optional<DomainEntity> lock(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<DomainEntity> named(UUID organizationId, String name) {
        return find("organizationId = ?1 and name = ?2", organizationId, name).firstResultOptional();
    }

    boolean isClaimed(String name) {
        return count("claimedName", name) > 0;
    }

    /// Claimed domains whose record was last looked up before this time, the longest ago first.
    List<DomainEntity> due(long before, int most) {
        return find("proof = ?1 and claimedName is not null and checked < ?2 order by checked", Proof.DNS, before)
                .page(0, most)
                .list();
    }

    /// Notes that the record is being looked up now, unless another replica has noted it since it was read.
    boolean take(UUID id, long checkedBefore, long now) {
        return update("checked = ?1 where id = ?2 and checked = ?3", now, id, checkedBefore) == 1;
    }
}
