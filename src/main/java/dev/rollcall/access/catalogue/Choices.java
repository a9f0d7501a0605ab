package dev.rollcall.access.catalogue;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds what an administrator has chosen to give, and says by field what of it cannot be given.
@ApplicationScoped
public class Choices {
    private final Teams teams;
    private final Roles roles;

    Choices(Teams teams, Roles roles) {
        this.teams = teams;
        this.roles = roles;
    }

    /// A role, with a team if it is one of teams. Neither is changed or removed until the running transaction ends.
    ///
    /// @throws RefusedException by the fields `teamId` and `roleId`
    @Transactional(Transactional.TxType.MANDATORY)
    public Choice of(UUID organizationId, @Nullable UUID teamId, UUID roleId) {
        var wrong = new ArrayList<Violation>();
        var team = teamId == null ? null : teams.shared(organizationId, teamId).orElse(null);
        var role = roles.shared(organizationId, roleId).orElse(null);
        if (teamId != null && team == null) {
            wrong.add(new Violation("teamId", "The organization has no team " + teamId + ": choose one of its teams."));
        }
        if (role == null) {
            wrong.add(new Violation("roleId", "The organization has no role " + roleId + ": choose one of its roles."));
            throw RefusedException.invalid(wrong);
        }
        if (role.scope() == RoleScope.TEAM && teamId == null) {
            wrong.add(new Violation("teamId", "The role '" + role.name() + "' is given in a team: choose one."));
        }
        if (role.scope() == RoleScope.ORGANIZATION && teamId != null) {
            wrong.add(new Violation(
                    "teamId", "The role '" + role.name() + "' counts in the whole organization: leave the team out."));
        }
        if (wrong.isEmpty()) {
            return new Choice(role, team);
        }
        throw RefusedException.invalid(wrong);
    }

    /// A role of teams, with a team.
    ///
    /// @throws RefusedException by the fields `teamId` and `roleId`
    @Transactional(Transactional.TxType.MANDATORY)
    public Choice inTeam(UUID organizationId, UUID teamId, UUID roleId) {
        roles.shared(organizationId, roleId)
                .filter(role -> role.scope() == RoleScope.ORGANIZATION)
                .ifPresent(role -> {
                    throw RefusedException.invalid(List.of(new Violation(
                            "roleId",
                            "The role '" + role.name()
                                    + "' counts in the whole organization: choose a role of teams.")));
                });
        return of(organizationId, teamId, roleId);
    }
}
