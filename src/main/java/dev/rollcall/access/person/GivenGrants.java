package dev.rollcall.access.person;

import dev.rollcall.audit.Author;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Violation;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// The grants by hand of people who come and go: given with an invitation, moved to whoever joins, taken when they are
/// gone. All of it within the transaction that does the rest.
@ApplicationScoped
class GivenGrants {
    private static final String GRANTS = "grants";

    private final Sql sql;
    private final UuidV7 identifiers;
    private final Clock clock;

    GivenGrants(Sql sql, UuidV7 identifiers, Clock clock) {
        this.sql = sql;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Gives them to a member who has none.
    ///
    /// @throws RefusedException where a role or team is not the organization's, or does not fit the other
    void give(UUID organizationId, UUID member, List<WantedGrant> grants) {
        grants.stream().distinct().forEach(grant -> give(organizationId, member, grant));
    }

    private void give(UUID organizationId, UUID member, WantedGrant grant) {
        var team = grant.teamId();
        var isOfTeams = isOfTeams(organizationId, grant.roleId());
        if (isOfTeams && team == null) {
            throw invalid("A role of teams needs the team in which it counts: name its 'teamId'.");
        }
        if (!isOfTeams && team != null) {
            throw invalid("A role of the organization counts everywhere: leave 'teamId' out.");
        }
        if (team != null) {
            requireTeam(organizationId, team);
        }
        sql.update(SqlText.of(
                "INSERT INTO member_grant (id, organization_id, member_id, scope_id, role_id, made_by, created)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                ResourceIds.bytes(identifiers.next()),
                ResourceIds.bytes(organizationId),
                ResourceIds.bytes(member),
                ResourceIds.bytes(team == null ? organizationId : team),
                ResourceIds.bytes(grant.roleId()),
                Author.current().name(),
                clock.millis()));
    }

    private boolean isOfTeams(UUID organizationId, UUID role) {
        return sql
                .query(
                        SqlText.of(
                                "SELECT scope FROM role WHERE organization_id = ? AND id = ?",
                                ResourceIds.bytes(organizationId),
                                ResourceIds.bytes(role)),
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .orElseThrow(() -> invalid("The organization has no role " + role + "."))
                .equals("TEAM");
    }

    // Held, so that it is not removed meanwhile.
    private void requireTeam(UUID organizationId, UUID team) {
        var found = sql.query(
                SqlText.of(
                        "SELECT id FROM team WHERE organization_id = ? AND id = ? LOCK IN SHARE MODE",
                        ResourceIds.bytes(organizationId),
                        ResourceIds.bytes(team)),
                row -> row.getBytes(1));
        if (found.isEmpty()) {
            throw invalid("The organization has no team " + team + ".");
        }
    }

    private static RefusedException invalid(String sentence) {
        return RefusedException.invalid(List.of(new Violation(GRANTS, sentence)));
    }

    /// Those of a member.
    List<WantedGrant> of(UUID organizationId, UUID member) {
        return sql.query(
                SqlText.of(
                        "SELECT scope_id, role_id FROM member_grant WHERE organization_id = ? AND member_id = ?"
                                + " ORDER BY id",
                        ResourceIds.bytes(organizationId),
                        ResourceIds.bytes(member)),
                row -> {
                    var scope = ResourceIds.fromBytes(row.getBytes(1));
                    return new WantedGrant(
                            scope.equals(organizationId) ? null : scope, ResourceIds.fromBytes(row.getBytes(2)));
                });
    }

    /// Makes those of one member another's, who may have some of them already.
    void move(UUID organizationId, UUID from, UUID to) {
        sql.update(SqlText.of(
                "UPDATE IGNORE member_grant SET member_id = ? WHERE organization_id = ? AND member_id = ?",
                ResourceIds.bytes(to),
                ResourceIds.bytes(organizationId),
                ResourceIds.bytes(from)));
        take(organizationId, from);
    }

    /// Takes all of a member's.
    void take(UUID organizationId, UUID member) {
        sql.update(SqlText.of(
                "DELETE FROM member_grant WHERE organization_id = ? AND member_id = ?",
                ResourceIds.bytes(organizationId),
                ResourceIds.bytes(member)));
    }
}
