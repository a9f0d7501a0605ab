package dev.rollcall.scim.user;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of `scim_user` as entities, for writes.
@ApplicationScoped
class UserRepository implements PanacheRepositoryBase<UserEntity, UUID> {

    Optional<UserEntity> find(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id).firstResultOptional();
    }

    Optional<UserEntity> findNamed(UUID organizationId, String userNameKey) {
        return find("organizationId = ?1 and userNameKey = ?2", organizationId, userNameKey)
                .firstResultOptional();
    }

    /// The inactive user with this userName, or else the one with this externalId.
    Optional<UserEntity> findInactive(UUID organizationId, String userNameKey, @Nullable String externalId) {
        return find("organizationId = ?1 and userNameKey = ?2 and active = false", organizationId, userNameKey)
                .firstResultOptional()
                .or(() -> findInactiveByExternalId(organizationId, externalId));
    }

    private Optional<UserEntity> findInactiveByExternalId(UUID organizationId, @Nullable String externalId) {
        return externalId == null
                ? Optional.empty()
                : find(
                                "organizationId = ?1 and externalId = ?2 and active = false order by id",
                                organizationId,
                                externalId)
                        .firstResultOptional();
    }
}
