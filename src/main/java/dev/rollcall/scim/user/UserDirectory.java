package dev.rollcall.scim.user;

import dev.rollcall.scim.schema.Folding;
import dev.rollcall.sql.ResourceIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// Finds users for those who are no SCIM clients.
@ApplicationScoped
@Transactional
public class UserDirectory {
    private final UserRepository users;

    UserDirectory(UserRepository users) {
        this.users = users;
    }

    /// The identifier of the user with this userName, in any letter case, or this identifier.
    public Optional<UUID> find(UUID organizationId, String nameOrId) {
        return users.findNamed(organizationId, Folding.fold(nameOrId))
                .or(() -> ResourceIds.parse(nameOrId).flatMap(id -> users.find(organizationId, id)))
                .map(user -> user.id);
    }
}
