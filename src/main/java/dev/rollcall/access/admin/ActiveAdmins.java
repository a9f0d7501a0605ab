package dev.rollcall.access.admin;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Looks for people who administer an organization. Each query ends at the first that it meets.
@ApplicationScoped
class ActiveAdmins {
    private static final String HOLD =
            "INSERT INTO admin_guard (organization_id, changes) VALUES (?, 1) ON DUPLICATE KEY UPDATE changes = changes + 1";

    private static final String MAPPED = " FROM role r JOIN group_mapping m"
            + " ON m.organization_id = r.organization_id AND m.role_id = r.id JOIN scim_group s ON s.id = m.group_id";

    private static final String ACTIVE_MEMBER = " JOIN scim_user u ON u.id = g.member_id AND u.active IS NOT FALSE";

    private static final String IN_MAPPED_GROUP = "SELECT STRAIGHT_JOIN u.id" + MAPPED
            + " JOIN group_member g ON g.organization_id = r.organization_id AND g.group_id = m.group_id"
            + ACTIVE_MEMBER
            + " WHERE r.organization_id = ? AND r.admin LIMIT 1";

    // A circle of groups ends where a group comes that was there before.
    private static final String IN_NESTED_GROUP = "WITH RECURSIVE below (id) AS (SELECT m.group_id" + MAPPED
            + " WHERE r.organization_id = ? AND r.admin UNION SELECT n.member_id FROM below JOIN group_member n"
            + " ON n.organization_id = ? AND n.group_id = below.id AND n.member_type = 'Group'"
            + " JOIN scim_group s ON s.id = n.member_id)"
            + " SELECT STRAIGHT_JOIN u.id FROM below JOIN group_member g ON g.organization_id = ? AND g.group_id = below.id"
            + ACTIVE_MEMBER + " LIMIT 1";

    private static final String STAYS_ACTIVE = "(SELECT 1 FROM scim_user WHERE id = ? AND active IS NOT FALSE"
            + " LOCK IN SHARE MODE) UNION ALL (SELECT 1 FROM person WHERE id = ? AND state = 'ACTIVE' LOCK IN SHARE MODE)";

    // Most organizations have no admin by a group, and then there is no need to go up the groups.
    private static final String MAY_BE = "(SELECT 1 FROM member_grant h JOIN role r ON r.id = h.role_id"
            + " WHERE h.organization_id = ? AND h.member_id = ? AND r.admin LIMIT 1) UNION ALL"
            + " (SELECT 0 FROM role r JOIN group_mapping m ON m.organization_id = r.organization_id"
            + " AND m.role_id = r.id WHERE r.organization_id = ? AND r.admin LIMIT 1)";

    private static final String IN_MAPPED_ABOVE =
            "WITH RECURSIVE above (id) AS (VALUES (starts) UNION SELECT g.group_id"
                    + " FROM above JOIN group_member g ON g.organization_id = ? AND g.member_id = above.id)"
                    + " SELECT 1 FROM above JOIN group_mapping m ON m.organization_id = ? AND m.group_id = above.id"
                    + " JOIN role r ON r.id = m.role_id WHERE r.admin LIMIT 1";

    private final Sql sql;

    ActiveAdmins(Sql sql) {
        this.sql = sql;
    }

    /// Makes whoever asks for the same organization wait until the running transaction ends.
    void hold(UUID organizationId) {
        sql.update(SqlText.of(HOLD, (Object) ResourceIds.bytes(organizationId)));
    }

    /// Whether there is somebody, as the running transaction sees it. Whoever it is stays active until it ends: one
    /// whom
    /// another transaction is about to disable is waited for.
    boolean isThere(UUID organizationId) {
        var found = first(organizationId, query -> sql.query(query, ActiveAdmins::id));
        while (found.isPresent() && !staysActive(found.get())) {
            found = first(organizationId, query -> sql.query(query, ActiveAdmins::id));
        }
        return found.isPresent();
    }

    private boolean staysActive(UUID member) {
        var id = ResourceIds.bytes(member);
        return !sql.query(SqlText.of(STAYS_ACTIVE, id, id), row -> row.getInt(1))
                .isEmpty();
    }

    /// Whether there was somebody before the running transaction changed anything. It takes another connection of the
    /// database, so ask it last.
    boolean wasThere(UUID organizationId) {
        return first(organizationId, query -> sql.queryOutside(query, ActiveAdmins::id))
                .isPresent();
    }

    private static Optional<UUID> first(UUID organizationId, Function<SqlText, List<UUID>> query) {
        var id = (Object) ResourceIds.bytes(organizationId);
        return Stream.of(
                        AdminsByHand.first(organizationId),
                        SqlText.of(IN_MAPPED_GROUP, id),
                        SqlText.of(IN_NESTED_GROUP, id, id, id))
                .flatMap(one -> query.apply(one).stream())
                .findFirst();
    }

    private static UUID id(ResultSet row) throws SQLException {
        return ResourceIds.fromBytes(row.getBytes(1));
    }

    /// Whether a user has an admin role, active or not, or a group gives one to its members; by hand, by itself, or by
    /// a
    /// group above it.
    ///
    /// @param above groups that were above it and no longer are, since it is gone
    boolean mayBe(UUID organizationId, UUID id, List<UUID> above) {
        var organization = ResourceIds.bytes(organizationId);
        var found = sql.query(
                SqlText.of(MAY_BE, organization, ResourceIds.bytes(id), organization)
                        .prepared(),
                row -> row.getBoolean(1));
        return found.contains(true) || (!found.isEmpty() && isInMapped(organization, id, above));
    }

    private boolean isInMapped(byte[] organization, UUID id, List<UUID> above) {
        var values = new ArrayList<Object>();
        values.add(ResourceIds.bytes(id));
        above.forEach(group -> values.add(ResourceIds.bytes(group)));
        var starts = SqlText.rows(values.size(), 1);
        values.addAll(List.of(organization, organization));
        return !sql.query(new SqlText(IN_MAPPED_ABOVE.replace("(starts)", starts), values), row -> row.getInt(1))
                .isEmpty();
    }
}
