package dev.rollcall.api.admittance;

import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.Policies;
import dev.rollcall.organization.Reprovisioning;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Policies", description = "What an organization lets in, and what becomes of its members")
record PoliciesView(
        @Schema(description = "Whether it may provision before it has single sign-on and a claimed domain")
        boolean provisioningWithoutSso,

        @Schema(description = "What becomes of users with addresses outside of its claimed domains")
        DomainPolicy domainPolicy,

        @Schema(description = "What becomes of disabled and deleted people whom an identity provider creates again")
        Reprovisioning reprovisioning,

        @Schema(description = "For how many days a deleted member can come back as who it was; 0: not at all")
        int deletedMemberDays,

        @Schema(description = "The most members that are active or invited; absent: as many as there are") @Nullable
        Integer seatLimit,

        @Schema(
                description =
                        "How many members are active or invited, where there is a limit. More than that refuses new"
                                + " ones only")
        @Nullable
        Long seatsTaken,

        @Schema(description = "Whether the last active org admin can be neither demoted, nor disabled, nor deleted")
        boolean protectLastAdmin,

        @Schema(description = "Whether roles come from groups only, and none can be given by hand")
        boolean rolesFromGroupsOnly,

        @Schema(description = "For how many days the activity is kept")
        int activityDays,

        @Schema(description = "For how many days what was sent with a refused call is kept; 0: not at all")
        int refusedBodyDays) {

    static PoliciesView of(Policies policies, OptionalLong seatsTaken) {
        var members = policies.members();
        var retention = policies.retention();
        return new PoliciesView(
                policies.provisioningWithoutSso(),
                policies.domainPolicy(),
                members.reprovisioning(),
                members.deletedMemberDays(),
                members.seatLimit(),
                seatsTaken.isPresent() ? seatsTaken.getAsLong() : null,
                members.protectLastAdmin(),
                members.rolesFromGroupsOnly(),
                retention.activityDays(),
                retention.refusedBodyDays());
    }
}
