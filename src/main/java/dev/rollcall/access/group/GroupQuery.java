package dev.rollcall.access.group;

import dev.rollcall.scim.schema.Folding;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Queries for groups in the order of their names, each read along an index: most groups are not mapped, and are walked
/// by name; those that are mapped are few, and are looked up from their mappings.
record GroupQuery(UUID organizationId, GroupFilter filter) {
    private static final String SELECT =
            "SELECT g.id, JSON_VALUE(g.document, '$.displayName'), g.display_name_key, g.last_modified FROM ";

    private static final String MAPPED =
            "(SELECT DISTINCT m.group_id FROM group_mapping m WHERE m.organization_id = ?) x"
                    + " STRAIGHT_JOIN scim_group g ON g.id = x.group_id WHERE g.organization_id = ?";

    private static final String WALKED =
            "scim_group g FORCE INDEX (scim_group_display_name) WHERE g.organization_id = ?";

    // As a join: a subquery may be worked out for all organizations at once.
    private static final String UNMAPPED = "scim_group g FORCE INDEX (scim_group_display_name)"
            + " LEFT JOIN group_mapping m FORCE INDEX (group_mapping_once)"
            + " ON m.organization_id = g.organization_id AND m.group_id = g.id"
            + " WHERE g.organization_id = ? AND m.id IS NULL";

    /// One group.
    static SqlText one(UUID organizationId, UUID id) {
        return SqlText.of(
                SELECT + "scim_group g WHERE g.id = ? AND g.organization_id = ?",
                ResourceIds.bytes(id),
                ResourceIds.bytes(organizationId));
    }

    /// The next so many of those with names that can be compared.
    SqlText named(@Nullable GroupPosition after, int limit) {
        return filtered()
                .followedBy(behind(after))
                .followedBy(prefix())
                .followedBy(SqlText.of(" ORDER BY g.display_name_key, g.id LIMIT ?", limit));
    }

    /// The next so many of the others.
    ///
    /// @param after null at their beginning
    SqlText unnamed(@Nullable UUID after, int limit) {
        var first = after == null ? new UUID(0, 0) : after;
        return filtered()
                .followedBy(SqlText.of(
                        " AND g.display_name_key IS NULL AND g.id > ? ORDER BY g.id LIMIT ?",
                        ResourceIds.bytes(first),
                        limit));
    }

    private SqlText filtered() {
        var organization = ResourceIds.bytes(organizationId);
        if (Boolean.TRUE.equals(filter.mapped())) {
            return SqlText.of(SELECT + MAPPED, organization, organization);
        }
        return SqlText.of(SELECT + (filter.mapped() == null ? WALKED : UNMAPPED), (Object) organization);
    }

    // Equal names may be many; with both ranges written out, each is read from where it begins.
    private static SqlText behind(@Nullable GroupPosition after) {
        var key = after == null ? null : after.nameKey();
        return after == null || key == null
                ? SqlText.of(" AND g.display_name_key IS NOT NULL")
                : SqlText.of(
                        " AND (g.display_name_key > ? OR (g.display_name_key = ? AND g.id > ?))",
                        key,
                        key,
                        ResourceIds.bytes(after.id()));
    }

    private SqlText prefix() {
        var search = filter.search();
        if (search == null || search.isEmpty()) {
            return SqlText.of("");
        }
        var escaped = Folding.fold(search).replaceAll("([!%_])", "!$1");
        return SqlText.of(" AND g.display_name_key LIKE ? ESCAPE '!'", escaped + "%");
    }
}
