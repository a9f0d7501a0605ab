package dev.rollcall.access.member;

import dev.rollcall.access.grant.EffectiveGrants;
import dev.rollcall.access.grant.Grantees;
import dev.rollcall.access.person.MemberOrigin;
import dev.rollcall.access.person.MemberState;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Ids of members who may meet a filter, in the order of a list. Each part of the statement reads the next so many of
/// an
/// index that is in this order, so that it costs the same wherever the list is, and however long.
@ApplicationScoped
class Candidates {
    /// More parts than this cost more than to look at everybody in turn.
    private static final int MOST_GROUPS = 50;

    private final Sql sql;
    private final EffectiveGrants grants;
    private final Grantees grantees;

    Candidates(Sql sql, EffectiveGrants grants, Grantees grantees) {
        this.sql = sql;
        this.grants = grants;
        this.grantees = grantees;
    }

    /// What a walk over a list begins with: where those stand who may meet the filter.
    Walk walk(UUID organizationId, MemberFilter filter) {
        if (filter.asksForGrants() && !grants.areDefault(organizationId, filter.roleId(), filter.teamId())) {
            var groups = grantees.groups(organizationId, filter.roleId(), filter.teamId());
            if (groups.size() <= MOST_GROUPS) {
                return new Walk(sql, organizationId, filter.oldestFirst(), ofGrants(filter, groups));
            }
        }
        return new Walk(sql, organizationId, filter.oldestFirst(), ofEverybody(filter));
    }

    private static List<Part> ofGrants(MemberFilter filter, List<UUID> groups) {
        var parts = new ArrayList<Part>();
        // A role that somebody has in many teams is looked at in all of them: an index for both would serve this alone.
        if (filter.roleId() != null) {
            parts.add(new Part(
                    "member_id", "member_grant FORCE INDEX (member_grant_role)", SqlText.of("role_id = ?", (Object)
                            ResourceIds.bytes(filter.roleId()))));
        } else if (filter.teamId() != null) {
            parts.add(new Part(
                    "member_id", "member_grant FORCE INDEX (member_grant_scope)", SqlText.of("scope_id = ?", (Object)
                            ResourceIds.bytes(filter.teamId()))));
        }
        for (var group : groups) {
            parts.add(new Part(
                    "member_id",
                    "group_member FORCE INDEX (group_member_nested)",
                    SqlText.of("member_type = 'User' AND group_id = ?", (Object) ResourceIds.bytes(group))));
        }
        return parts;
    }

    private static List<Part> ofEverybody(MemberFilter filter) {
        var state = filter.asksForGrants() ? MemberState.ACTIVE : filter.state();
        var parts = new ArrayList<Part>();
        if (filter.origin() == null || filter.origin() == MemberOrigin.SCIM) {
            users(state)
                    .map(condition -> new Part("id", users(condition), SqlText.of(condition)))
                    .forEach(parts::add);
        }
        people(state, filter.origin()).forEach(parts::add);
        return parts;
    }

    private static String users(String condition) {
        return "scim_user FORCE INDEX (" + (condition.equals("TRUE") ? "scim_user_page" : "scim_user_active") + ")";
    }

    private static Stream<String> users(@Nullable MemberState state) {
        return switch (state) {
            case null -> Stream.of("TRUE");
            case ACTIVE -> Stream.of("active = TRUE", "active IS NULL");
            case INACTIVE -> Stream.of("active = FALSE");
            case INVITED, DELETED -> Stream.empty();
        };
    }

    private static Stream<Part> people(@Nullable MemberState state, @Nullable MemberOrigin origin) {
        if (origin != null) {
            return (state == null ? Stream.of(MemberState.values()) : Stream.of(state))
                    .map(one -> new Part(
                            "id",
                            "person FORCE INDEX (person_origin)",
                            SqlText.of("state = ? AND origin = ?", one.name(), origin.name())));
        }
        return Stream.of(
                state == null
                        ? new Part("id", "person FORCE INDEX (person_page)", SqlText.TRUE)
                        : new Part("id", "person FORCE INDEX (person_state)", SqlText.of("state = ?", state.name())));
    }

    /// A part of the statement: one run of an index.
    ///
    /// @param column in which the identifier of the member stands
    record Part(String column, String table, SqlText condition) {}

    /// The next ids.
    record Walk(Sql sql, UUID organizationId, boolean oldestFirst, List<Part> parts) implements Course<UUID> {
        @Override
        public UUID id(UUID place) {
            return place;
        }

        @Override
        public boolean belongs(UUID place, Member member) {
            return true;
        }

        @Override
        public List<String> position(UUID place) {
            return List.of(place.toString());
        }

        @Override
        public @Nullable UUID place(List<String> position) {
            return position.isEmpty() ? null : UUID.fromString(position.getFirst());
        }

        @Override
        public List<UUID> next(@Nullable UUID after, int limit) {
            if (parts.isEmpty()) {
                return List.of();
            }
            return sql.query(statement(after, limit), row -> ResourceIds.fromBytes(row.getBytes(1)));
        }

        SqlText statement(@Nullable UUID after, int limit) {
            var order = oldestFirst ? "" : " DESC";
            var text = SqlText.of("SELECT id FROM (");
            var separator = "";
            for (var part : parts) {
                text = text.followedBy(
                                separator + "(SELECT " + part.column() + " AS id FROM " + part.table() + " WHERE ")
                        .followedBy(SqlText.of("organization_id = ? AND ", (Object) ResourceIds.bytes(organizationId)))
                        .followedBy(part.condition());
                if (after != null) {
                    text = text.followedBy(
                            SqlText.of(" AND " + part.column() + (oldestFirst ? " > ?" : " < ?"), (Object)
                                    ResourceIds.bytes(after)));
                }
                text = text.followedBy(" ORDER BY " + part.column() + order + " LIMIT " + limit + ")");
                separator = " UNION ";
            }
            return text.followedBy(") c ORDER BY id" + order + " LIMIT " + limit);
        }
    }
}
