package dev.rollcall.access.mapping;

import dev.rollcall.access.catalogue.Named;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads mappings with the names of what they are about. One of a group or a team that is gone, as replicated databases
/// may keep one, says nothing.
@ApplicationScoped
class MappingRows {
    private static final String SELECT =
            "SELECT m.id, m.group_id, JSON_VALUE(g.document, '$.displayName'), t.id, t.name,"
                    + " r.id, r.name, m.made_by, m.created, m.version FROM group_mapping m"
                    + " JOIN scim_group g ON g.id = m.group_id AND g.organization_id = m.organization_id"
                    + " JOIN role r ON r.id = m.role_id"
                    + " LEFT JOIN team t ON t.id = m.scope_id AND t.organization_id = m.organization_id"
                    + " WHERE m.organization_id = ? AND (t.id IS NOT NULL OR m.scope_id = m.organization_id)";

    private final Sql sql;

    MappingRows(Sql sql) {
        this.sql = sql;
    }

    List<Mapping> page(UUID organizationId, MappingFilter filter, @Nullable UUID after, int limit) {
        var query = all(organizationId)
                .followedBy(equal("m.group_id", filter.groupId()))
                .followedBy(equal("m.scope_id", filter.teamId()))
                .followedBy(equal("m.role_id", filter.roleId()))
                .followedBy(
                        after == null ? SqlText.of("") : SqlText.of(" AND m.id > ?", (Object) ResourceIds.bytes(after)))
                .followedBy(SqlText.of(" ORDER BY m.id LIMIT ?", limit));
        return sql.query(query, MappingRows::mapping);
    }

    Optional<Mapping> find(UUID organizationId, UUID id) {
        return sql.query(all(organizationId).followedBy(equal("m.id", id)), MappingRows::mapping).stream()
                .findFirst();
    }

    /// Those of some groups, which are not none.
    List<Mapping> of(UUID organizationId, Collection<UUID> groups) {
        var query = all(organizationId)
                .within(
                        "",
                        " AND m.group_id IN (" + SqlText.placeholders(groups.size()) + ") ORDER BY m.id",
                        groups.stream().map(ResourceIds::bytes).toArray());
        return sql.query(query, MappingRows::mapping);
    }

    private static SqlText all(UUID organizationId) {
        return SqlText.of(SELECT, (Object) ResourceIds.bytes(organizationId));
    }

    private static SqlText equal(String column, @Nullable UUID id) {
        return id == null ? SqlText.of("") : SqlText.of(" AND " + column + " = ?", (Object) ResourceIds.bytes(id));
    }

    private static Mapping mapping(ResultSet row) throws SQLException {
        var team = row.getBytes(4);
        return new Mapping(
                ResourceIds.fromBytes(row.getBytes(1)),
                named(row, 2),
                team == null ? null : named(row, 4),
                named(row, 6),
                row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)),
                row.getLong(10));
    }

    private static Named named(ResultSet row, int column) throws SQLException {
        return new Named(ResourceIds.fromBytes(row.getBytes(column)), String.valueOf(row.getString(column + 1)));
    }
}
