package dev.rollcall.access.admin;

import dev.rollcall.organization.MemberPolicies;
import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.Policies;
import dev.rollcall.refusal.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Sees to it that somebody active administers an organization, where its policy protects the last one. A change that
/// may take an admin role from somebody, or take somebody away who has one, is made first, and then asks here; the
/// refusal undoes it. Such changes of an organization come one after the other, on whichever replica.
@ApplicationScoped
public class LastAdmin {
    private static final String ADVICE = " Give somebody else the admin role first, under People.";

    private final ActiveAdmins admins;
    private final OrganizationPolicies policies;

    LastAdmin(ActiveAdmins admins, OrganizationPolicies policies) {
        this.admins = admins;
        this.policies = policies;
    }

    /// Lets nobody else who asks here for the organization go on until the running transaction ends.
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID organizationId) {
        admins.hold(organizationId);
    }

    /// Whether somebody active has an admin role, by hand or through a group, as the running transaction sees it.
    @Transactional
    public boolean isThere(UUID organizationId) {
        return admins.isThere(organizationId);
    }

    /// Refuses what the running transaction has changed, and has sent to the database, if there is nobody left.
    ///
    /// @param who would lose the role, as people know them
    /// @throws RefusedException {@link RefusedException.Kind#STATE}
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireWithout(UUID organizationId, String who) {
        require(organizationId, who + " is the last active org admin." + ADVICE);
    }

    /// The same where it is not one person who would lose the role.
    ///
    /// @param what of the change, as the beginning of a sentence: "The mapping"
    /// @throws RefusedException {@link RefusedException.Kind#STATE}
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireWithoutThat(UUID organizationId, String what) {
        require(organizationId, what + " is what makes the last active org admin one." + ADVICE);
    }

    private void require(UUID organizationId, String sentence) {
        var isProtected = policies.find(organizationId)
                .map(Policies::members)
                .map(MemberPolicies::protectLastAdmin)
                .orElse(false);
        if (isProtected && isLost(organizationId)) {
            throw RefusedException.of(RefusedException.Kind.STATE, sentence);
        }
    }

    /// Whether the running transaction leaves nobody where there was somebody.
    boolean isLost(UUID organizationId) {
        admins.hold(organizationId);
        return !admins.isThere(organizationId) && admins.wasThere(organizationId);
    }
}
