package dev.rollcall.access.grant;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where those stand who may have a role, or one in a team.
@ApplicationScoped
public class Grantees {
    private final Sql sql;

    Grantees(Sql sql) {
        this.sql = sql;
    }

    /// The groups that give it to whoever is directly in them: those that are mapped, and all within.
    ///
    /// @param roleId the role that is meant; null for any
    /// @param teamId the team that is meant; null for any
    public List<UUID> groups(UUID organizationId, @Nullable UUID roleId, @Nullable UUID teamId) {
        var statement = new Statement(organizationId)
                .add("WITH RECURSIVE mapping AS (SELECT group_id FROM group_mapping WHERE organization_id = :o");
        if (roleId != null) {
            statement.add(" AND role_id = ").ids("?", List.of(roleId));
        }
        if (teamId != null) {
            statement.add(" AND scope_id = ").ids("?", List.of(teamId));
        }
        GrantSql.descending(statement.add(")"), "TRUE");
        var query = statement.add(" SELECT DISTINCT inner_id FROM reach").toText();
        return sql.query(query, row -> ResourceIds.fromBytes(row.getBytes(1)));
    }
}
