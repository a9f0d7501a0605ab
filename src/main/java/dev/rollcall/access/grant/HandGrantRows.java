package dev.rollcall.access.grant;

import dev.rollcall.access.catalogue.Named;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads grants by hand with the names of what they are about. One of a member or a team that is gone says nothing.
@ApplicationScoped
class HandGrantRows {
    private static final String SELECT =
            "SELECT STRAIGHT_JOIN h.id, h.member_id, IFNULL(u.user_name, p.email), t.id, t.name,"
                    + " r.id, r.name, h.made_by, h.created FROM member_grant h";

    private static final String JOINED = " JOIN role r ON r.id = h.role_id"
            + " LEFT JOIN team t ON t.id = h.scope_id AND t.organization_id = h.organization_id"
            + " LEFT JOIN scim_user u ON u.id = h.member_id AND u.organization_id = h.organization_id"
            + " LEFT JOIN person p ON p.id = h.member_id AND p.organization_id = h.organization_id"
            + " WHERE h.organization_id = ? AND (t.id IS NOT NULL OR h.scope_id = h.organization_id)"
            + " AND (u.id IS NOT NULL OR p.id IS NOT NULL)";

    private final Sql sql;

    HandGrantRows(Sql sql) {
        this.sql = sql;
    }

    List<HandGrant> page(UUID organizationId, HandGrantFilter filter, @Nullable HandGrantPosition after, int limit) {
        return sql.query(query(organizationId, filter, after, limit), HandGrantRows::grant);
    }

    /// Whichever are asked for are read in their order along an index: nothing is sorted.
    static SqlText query(UUID organizationId, HandGrantFilter filter, @Nullable HandGrantPosition after, int limit) {
        return SqlText.of(SELECT + " FORCE INDEX (" + index(filter) + ")" + JOINED, (Object)
                        ResourceIds.bytes(organizationId))
                .followedBy(equal("h.member_id", filter.memberId()))
                .followedBy(equal("h.scope_id", filter.teamId()))
                .followedBy(equal("h.role_id", filter.roleId()))
                .followedBy(behind(after))
                .followedBy(SqlText.of(" ORDER BY h.member_id, h.id LIMIT ?", limit));
    }

    private static String index(HandGrantFilter filter) {
        if (filter.memberId() != null) {
            return "member_grant_page";
        }
        if (filter.roleId() != null) {
            return "member_grant_role";
        }
        return filter.teamId() == null ? "member_grant_page" : "member_grant_scope";
    }

    Optional<HandGrant> find(UUID organizationId, UUID id) {
        var query = SqlText.of(SELECT + JOINED, (Object) ResourceIds.bytes(organizationId))
                .followedBy(equal("h.id", id));
        return sql.query(query, HandGrantRows::grant).stream().findFirst();
    }

    private static SqlText equal(String column, @Nullable UUID id) {
        return id == null ? SqlText.of("") : SqlText.of(" AND " + column + " = ?", (Object) ResourceIds.bytes(id));
    }

    private static SqlText behind(@Nullable HandGrantPosition after) {
        if (after == null) {
            return SqlText.of("");
        }
        var member = ResourceIds.bytes(after.memberId());
        return SqlText.of(
                " AND (h.member_id > ? OR (h.member_id = ? AND h.id > ?))",
                member,
                member,
                ResourceIds.bytes(after.id()));
    }

    private static HandGrant grant(ResultSet row) throws SQLException {
        var team = row.getBytes(4);
        return new HandGrant(
                ResourceIds.fromBytes(row.getBytes(1)),
                named(row, 2),
                team == null ? null : named(row, 4),
                named(row, 6),
                row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)));
    }

    private static Named named(ResultSet row, int column) throws SQLException {
        return new Named(ResourceIds.fromBytes(row.getBytes(column)), String.valueOf(row.getString(column + 1)));
    }
}
