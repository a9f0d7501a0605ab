package dev.rollcall.scim.user;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds inactive users whom a client means when it creates one. It is asked for every user that is created, and
/// nearly always finds nobody: one plain look-up, without Hibernate.
@ApplicationScoped
class DormantUsers {
    private static final String NAMED =
            "SELECT 0, id FROM scim_user WHERE organization_id = ? AND user_name_key = ? AND active = FALSE";

    // Without the index named, the database would ask each one that begins with the organization how many rows it has,
    // which takes nearly half as long as the look-up itself.
    private static final String OF_EXTERNAL_ID = " UNION ALL (SELECT 1, id FROM scim_user"
            + " FORCE INDEX (scim_user_external_id) WHERE organization_id = ? AND external_id = ? AND active = FALSE"
            + " ORDER BY id LIMIT 1)";

    private final Sql sql;

    DormantUsers(Sql sql) {
        this.sql = sql;
    }

    private record Candidate(int rank, UUID id) {}

    /// The inactive user with this userName, or else the one with this externalId.
    Optional<UUID> find(UUID organizationId, String userNameKey, @Nullable String externalId) {
        var values = new ArrayList<Object>();
        values.add(ResourceIds.bytes(organizationId));
        values.add(userNameKey);
        if (externalId != null) {
            values.add(ResourceIds.bytes(organizationId));
            values.add(externalId);
        }
        var query = new SqlText(externalId == null ? NAMED : NAMED + OF_EXTERNAL_ID, values);
        return sql.query(query, row -> new Candidate(row.getInt(1), ResourceIds.fromBytes(row.getBytes(2)))).stream()
                .min(Comparator.comparingInt(Candidate::rank))
                .map(Candidate::id);
    }
}
