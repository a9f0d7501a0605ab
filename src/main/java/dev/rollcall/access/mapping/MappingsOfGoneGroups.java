package dev.rollcall.access.mapping;

import dev.rollcall.scim.resource.EventKind;
import dev.rollcall.scim.resource.WriteGuard;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Removes the mappings of a group together with the group, and notes it. It comes after the guards that still ask for
/// them.
@ApplicationScoped
@Priority(10)
class MappingsOfGoneGroups implements WriteGuard {
    private static final String SELECT =
            "SELECT m.id, t.name, r.name FROM group_mapping m JOIN role r ON r.id = m.role_id"
                    + " LEFT JOIN team t ON t.id = m.scope_id WHERE m.organization_id = ? AND m.group_id = ? ORDER BY m.id";

    private static final String DELETE = "DELETE FROM group_mapping WHERE organization_id = ? AND group_id = ?";

    private final Sql sql;
    private final MappingAudit audit;

    MappingsOfGoneGroups(Sql sql, MappingAudit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    private record Gone(UUID id, @Nullable String team, String role) {}

    @Override
    public void check(Writer writer, EventKind kind, ScimResource resource) {
        if (kind != EventKind.DELETED || !resource.type().name().equals("Group")) {
            return;
        }
        var organization = ResourceIds.bytes(writer.organizationId());
        var group = ResourceIds.bytes(UUID.fromString(resource.id()));
        var gone = sql.query(SqlText.of(SELECT, organization, group), MappingsOfGoneGroups::gone);
        if (!gone.isEmpty()) {
            sql.update(SqlText.of(DELETE, organization, group));
            gone.forEach(mapping ->
                    audit.gone(writer.organizationId(), mapping.id(), name(resource), mapping.team(), mapping.role()));
        }
    }

    private static Gone gone(ResultSet row) throws SQLException {
        return new Gone(ResourceIds.fromBytes(row.getBytes(1)), row.getString(2), row.getString(3));
    }

    private static String name(ScimResource group) {
        return group.attributes().find("displayName") instanceof ScimValue.Text(var text) ? text : group.id();
    }
}
