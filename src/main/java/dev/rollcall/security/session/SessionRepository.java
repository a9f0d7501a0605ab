package dev.rollcall.security.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<SessionEntity, UUID> {

    Optional<SessionEntity> withHash(byte[] hash) {
        return find("secretHash", hash).firstResultOptional();
    }

    Optional<SessionEntity> find(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id).firstResultOptional();
    }

    /// The next so many live ones behind an id.
    List<SessionEntity> page(UUID organizationId, UUID afterId, long now, long idleSince, int limit) {
        return find(
                        "organizationId = ?1 and id > ?2 and ended is null and expires > ?3 and lastSeen > ?4 order by id",
                        organizationId,
                        afterId,
                        now,
                        idleSince)
                .page(0, limit)
                .list();
    }

    long deleteExpired(long before) {
        return delete("expires < ?1", before);
    }
}
