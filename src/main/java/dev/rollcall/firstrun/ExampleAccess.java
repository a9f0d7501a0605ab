package dev.rollcall.firstrun;

import dev.rollcall.access.catalogue.NewRole;
import dev.rollcall.access.catalogue.RoleScope;
import dev.rollcall.access.catalogue.Roles;
import dev.rollcall.access.catalogue.Teams;
import dev.rollcall.access.mapping.Defaults;
import dev.rollcall.refusal.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// What can be given to the members of the example organization, so that a group can be mapped as soon as there is one.
@ApplicationScoped
class ExampleAccess {
    private final Teams teams;
    private final Roles roles;
    private final Defaults defaults;

    ExampleAccess(Teams teams, Roles roles, Defaults defaults) {
        this.teams = teams;
        this.roles = roles;
        this.defaults = defaults;
    }

    /// Adds two teams, three roles, and a default for everybody; within a transaction.
    void add(UUID organizationId) {
        var everybody = teams.add(organizationId, "Everybody");
        teams.add(organizationId, "Marketing");
        roles.add(organizationId, new NewRole("Org admin", RoleScope.ORGANIZATION, 100, true));
        roles.add(organizationId, new NewRole("Editor", RoleScope.TEAM, 20, false));
        var reader = roles.add(organizationId, new NewRole("Reader", RoleScope.TEAM, 10, false));
        defaults.set(organizationId, null, everybody.id(), reader.id(), Condition.NONE);
    }
}
