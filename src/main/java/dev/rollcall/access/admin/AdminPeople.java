package dev.rollcall.access.admin;

import dev.rollcall.access.person.MemberGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Lets no administrator disable or delete the last active org admin among the members whom no identity provider has.
@ApplicationScoped
class AdminPeople implements MemberGuard {
    private final ActiveAdmins admins;
    private final LastAdmin lastAdmin;

    AdminPeople(ActiveAdmins admins, LastAdmin lastAdmin) {
        this.admins = admins;
        this.lastAdmin = lastAdmin;
    }

    @Override
    public void checkLost(UUID organizationId, UUID memberId) {
        if (admins.mayBe(organizationId, memberId, List.of())) {
            lastAdmin.requireWithout(organizationId, "The member");
        }
    }
}
