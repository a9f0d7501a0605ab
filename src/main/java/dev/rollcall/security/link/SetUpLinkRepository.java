package dev.rollcall.security.link;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SetUpLinkRepository implements PanacheRepositoryBase<SetUpLinkEntity, UUID> {

    /// The newest first, from the one after `before`.
    List<SetUpLinkEntity> of(UUID organizationId, @Nullable UUID before, int limit) {
        var found = before == null
                ? find("organizationId = ?1 order by id desc", organizationId)
                : find("organizationId = ?1 and id < ?2 order by id desc", organizationId, before);
        return found.page(0, limit).list();
    }

    Optional<SetUpLinkEntity> find(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id).firstResultOptional();
    }

    /// Holds the row until the transaction ends: of two who use a link at once, the second finds it used.
    Optional<SetUpLinkEntity> lockWithHash(byte[] hash) {
        return find("secretHash", hash).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    long deleteExpired(long before) {
        return delete("expires < ?1", before);
    }
}
