package dev.rollcall.access.mapping;

import dev.rollcall.access.catalogue.Named;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The groups that can be mapped.
@ApplicationScoped
class MappedGroups {
    private final Sql sql;

    MappedGroups(Sql sql) {
        this.sql = sql;
    }

    /// The group with this id in the organization, which is not deleted before the running transaction ends.
    Optional<Named> shared(UUID organizationId, UUID id) {
        var query = SqlText.of(
                "SELECT JSON_VALUE(document, '$.displayName') FROM scim_group WHERE id = ? AND organization_id = ?"
                        + " LOCK IN SHARE MODE",
                ResourceIds.bytes(id),
                ResourceIds.bytes(organizationId));
        return sql.query(query, row -> new Named(id, String.valueOf(row.getString(1)))).stream()
                .findFirst();
    }
}
