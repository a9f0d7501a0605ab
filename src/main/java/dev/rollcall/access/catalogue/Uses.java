package dev.rollcall.access.catalogue;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// By what a team or a role is given. What refers to a group, a domain or a member that is gone gives nothing to
/// anybody, and does not count.
@ApplicationScoped
class Uses {
    private static final String ALIVE_MAPPINGS =
            " AND EXISTS (SELECT 1 FROM scim_group g WHERE g.id = x.group_id AND g.organization_id = x.organization_id)";
    private static final String ALIVE_GRANTS = " AND (EXISTS (SELECT 1 FROM scim_user u WHERE u.id = x.member_id AND"
            + " u.organization_id = x.organization_id) OR EXISTS (SELECT 1 FROM person p WHERE p.id = x.member_id AND"
            + " p.organization_id = x.organization_id))";
    private static final String ALIVE_DEFAULTS =
            " AND (x.subject_id = x.organization_id OR EXISTS (SELECT 1 FROM domain d"
                    + " WHERE d.id = x.subject_id AND d.organization_id = x.organization_id))";

    private final Sql sql;

    Uses(Sql sql) {
        this.sql = sql;
    }

    /// A team or a role, by the columns that refer to it.
    ///
    /// @param inGrants the column in grants by hand and in mappings
    /// @param inDefaults the column in defaults
    private record Subject(String inGrants, String inDefaults, UUID organizationId, UUID id) {
        private SqlText in(String verb, String table, String column) {
            return SqlText.of(
                    verb + " FROM " + table + " x WHERE x.organization_id = ? AND x." + column + " = ?",
                    ResourceIds.bytes(organizationId),
                    ResourceIds.bytes(id));
        }

        private static Subject team(UUID organizationId, UUID id) {
            return new Subject("scope_id", "team_id", organizationId, id);
        }

        private static Subject role(UUID organizationId, UUID id) {
            return new Subject("role_id", "role_id", organizationId, id);
        }
    }

    /// How many of each there are.
    private record Counts(long mappings, long grants, long defaults) {
        private boolean areNone() {
            return mappings + grants + defaults == 0;
        }

        private String sentence() {
            var parts = new ArrayList<String>();
            add(parts, mappings, "group mapping", "group mappings");
            add(parts, grants, "grant by hand", "grants by hand");
            add(parts, defaults, "default", "defaults");
            return String.join(", ", parts);
        }

        private static void add(List<String> parts, long count, String one, String several) {
            if (count > 0) {
                parts.add(count + " " + (count == 1 ? one : several));
            }
        }
    }

    /// Takes away what is left of uses by what is gone, so that a team that nobody uses can be removed.
    ///
    /// @throws RefusedException {@link RefusedException.Kind#STATE} where it is used
    void requireNoneOfTeam(UUID organizationId, UUID id) {
        requireNone(Subject.team(organizationId, id), "The team");
    }

    /// The same of a role.
    ///
    /// @throws RefusedException {@link RefusedException.Kind#STATE} where it is used
    void requireNoneOfRole(UUID organizationId, UUID id) {
        requireNone(Subject.role(organizationId, id), "The role");
    }

    private void requireNone(Subject subject, String what) {
        var counts = new Counts(
                count(subject.in("SELECT COUNT(*)", "group_mapping", subject.inGrants()), ALIVE_MAPPINGS),
                count(subject.in("SELECT COUNT(*)", "member_grant", subject.inGrants()), ALIVE_GRANTS),
                count(subject.in("SELECT COUNT(*)", "default_grant", subject.inDefaults()), ALIVE_DEFAULTS));
        if (!counts.areNone()) {
            throw RefusedException.of(
                    RefusedException.Kind.STATE,
                    what + " is in use by " + counts.sentence()
                            + ". Remove these first: mappings under IdP groups, grants under People, defaults under Access.");
        }
        sql.update(subject.in("DELETE x", "group_mapping", subject.inGrants()));
        sql.update(subject.in("DELETE x", "member_grant", subject.inGrants()));
        sql.update(subject.in("DELETE x", "default_grant", subject.inDefaults()));
    }

    private long count(SqlText all, String alive) {
        return sql.query(all.followedBy(alive), row -> row.getLong(1)).getFirst();
    }
}
