package dev.rollcall.scim.user;

import dev.rollcall.scim.persistence.RowTable;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of `scim_user`, for writes.
@ApplicationScoped
class UserRepository {
    private final RowTable<UserEntity> rows;

    UserRepository(Sql sql) {
        rows = new RowTable<>(sql, UserStore.TABLE, UserEntity::new);
    }

    void insert(UserEntity user) {
        rows.insert(user);
    }

    void update(UserEntity user) {
        rows.update(user);
    }

    void delete(UserEntity user) {
        rows.delete(user);
    }

    Optional<UserEntity> find(UUID organizationId, UUID id) {
        return rows.find(organizationId, id);
    }

    /// The user, locked as {@link RowTable#lock} does.
    Optional<UserEntity> lock(UUID organizationId, UUID id) {
        return rows.lock(organizationId, id);
    }

    /// The users with these identifiers, in their order.
    List<UserEntity> find(UUID organizationId, List<UUID> ids) {
        var values = ids.stream().<Object>map(ResourceIds::bytes).toList();
        return rows.list(
                organizationId,
                new SqlText("t.id IN (" + SqlText.placeholders(ids.size()) + ") ORDER BY t.id", values));
    }

    Optional<UserEntity> findNamed(UUID organizationId, String userNameKey) {
        return rows.list(organizationId, SqlText.of("t.user_name_key = ?", userNameKey)).stream()
                .findFirst();
    }
}
