package dev.rollcall.scim.user;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of `scim_user` as entities, for writes.
@ApplicationScoped
class UserRepository implements PanacheRepositoryBase<UserEntity, UUID> {
    private final Sql sql;

    UserRepository(Sql sql) {
        this.sql = sql;
    }

    /// Adds a row, without Hibernate, which makes a create cost a fifth more. It does not manage the entity either: a
    /// change of that goes nowhere.
    void insert(UserEntity user) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", ResourceIds.bytes(user.id));
        columns.put("organization_id", ResourceIds.bytes(user.organizationId));
        columns.put("user_name", user.userName);
        columns.put("user_name_key", user.userNameKey);
        columns.put("external_id", user.externalId);
        columns.put("display_name_key", user.displayNameKey);
        columns.put("active", user.active);
        columns.put("password_hash", user.passwordHash);
        columns.put("created", user.created);
        columns.put("last_modified", user.lastModified);
        columns.put("version", user.version);
        columns.put("document", user.document);
        columns.put("search_document", user.searchDocument);
        columns.values().removeIf(Objects::isNull);
        sql.update(new SqlText(
                "INSERT INTO scim_user (" + String.join(", ", columns.keySet()) + ") VALUES ("
                        + SqlText.placeholders(columns.size()) + ")",
                columns.values().stream().map(Objects::requireNonNull).toList()));
    }

    Optional<UserEntity> find(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id).firstResultOptional();
    }

    /// The user, locked until the transaction ends: changes of one user wait for each other instead of losing a
    /// race.
    Optional<UserEntity> lock(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /// The users with these identifiers, in their order.
    List<UserEntity> find(UUID organizationId, List<UUID> ids) {
        return list("organizationId = ?1 and id in ?2 order by id", organizationId, ids);
    }

    Optional<UserEntity> findNamed(UUID organizationId, String userNameKey) {
        return find("organizationId = ?1 and userNameKey = ?2", organizationId, userNameKey)
                .firstResultOptional();
    }
}
