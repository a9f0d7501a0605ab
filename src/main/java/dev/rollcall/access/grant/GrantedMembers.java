package dev.rollcall.access.grant;

import dev.rollcall.access.catalogue.Named;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Those to whom something can be given: users of identity providers, and people whom none of them has.
@ApplicationScoped
class GrantedMembers {
    private static final String QUERY = "(SELECT user_name FROM scim_user WHERE id = ? AND organization_id = ? %s)"
            + " UNION ALL (SELECT email FROM person WHERE id = ? AND organization_id = ? %s)";

    private final Sql sql;

    GrantedMembers(Sql sql) {
        this.sql = sql;
    }

    /// The member with this id in the organization, whatever their state.
    Optional<Named> find(UUID organizationId, UUID id) {
        return find(organizationId, id, QUERY.formatted("", ""));
    }

    /// The same unless they are deleted. Nobody deletes or disables them until the running transaction ends.
    Optional<Named> shared(UUID organizationId, UUID id) {
        return find(
                organizationId, id, QUERY.formatted("LOCK IN SHARE MODE", "AND state <> 'DELETED' LOCK IN SHARE MODE"));
    }

    private Optional<Named> find(UUID organizationId, UUID id, String query) {
        var member = ResourceIds.bytes(id);
        var organization = ResourceIds.bytes(organizationId);
        return sql
                .query(
                        SqlText.of(query, member, organization, member, organization),
                        row -> new Named(id, row.getString(1)))
                .stream()
                .findFirst();
    }
}
