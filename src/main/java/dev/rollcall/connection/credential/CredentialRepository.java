package dev.rollcall.connection.credential;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CredentialRepository implements PanacheRepositoryBase<CredentialEntity, UUID> {
    List<CredentialEntity> of(UUID organizationId, UUID connectionId, CredentialKind kind) {
        return list(
                "organizationId = ?1 and connectionId = ?2 and kind = ?3 order by created, id",
                organizationId,
                connectionId,
                kind);
    }

    List<CredentialEntity> page(
            UUID organizationId, UUID connectionId, CredentialKind kind, @Nullable UUID after, int limit) {
        return find(
                        "organizationId = ?1 and connectionId = ?2 and kind = ?3 and id > ?4 order by id",
                        organizationId,
                        connectionId,
                        kind,
                        after == null ? new UUID(0, 0) : after)
                .page(0, limit)
                .list();
    }

    Optional<CredentialEntity> find(UUID organizationId, CredentialKind kind, UUID id) {
        return find("organizationId = ?1 and kind = ?2 and id = ?3", organizationId, kind, id)
                .firstResultOptional();
    }

    /// Holds the row until the transaction ends, as it is now, even where the transaction has read it before.
    Optional<CredentialEntity> lock(UUID organizationId, CredentialKind kind, UUID id) {
        var found = find(organizationId, kind, id);
        found.ifPresent(row -> getEntityManager().refresh(row, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /// To which connection it belongs, without the row itself.
    Optional<UUID> connectionOf(UUID organizationId, CredentialKind kind, UUID id) {
        return find(
                        "select connectionId from CredentialEntity where organizationId = ?1 and kind = ?2 and id = ?3",
                        organizationId,
                        kind,
                        id)
                .project(UUID.class)
                .firstResultOptional();
    }

    /// The live credentials of a kind of a connection that stand for this user, or for none.
    long countLive(UUID organizationId, UUID connectionId, CredentialKind kind, @Nullable UUID userId, long now) {
        var live = "organizationId = ?1 and connectionId = ?2 and kind = ?3 and revoked is null and expires > ?4";
        return userId == null
                ? count(live + " and userId is null", organizationId, connectionId, kind, now)
                : count(live + " and userId = ?5", organizationId, connectionId, kind, now, userId);
    }

    /// The client with this id, whatever its organization: nothing else is known of it before it is proved.
    Optional<UUID> organizationOfClient(UUID id) {
        return find(
                        "select organizationId from CredentialEntity where kind = ?1 and id = ?2",
                        CredentialKind.OAUTH_CLIENT,
                        id)
                .project(UUID.class)
                .firstResultOptional();
    }

    void noteUse(UUID organizationId, UUID id, CredentialUse use, long now, long precision) {
        update(
                "lastUsed = ?1, lastUsedAddress = ?2, lastUsedProduct = ?3"
                        + " where organizationId = ?4 and id = ?5 and (lastUsed is null or lastUsed < ?6)",
                now,
                use.address(),
                use.product(),
                organizationId,
                id,
                now - precision);
    }
}
