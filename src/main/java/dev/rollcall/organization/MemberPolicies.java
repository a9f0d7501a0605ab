package dev.rollcall.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an organization says of its members and of their access.
///
/// @param deletedMemberDays for how many days a deleted member can come back as who it was; 0 for not at all
/// @param seatLimit the most members that are active or invited; null for as many as there are
/// @param protectLastAdmin whether somebody who administers the organization has to stay
/// @param rolesFromGroupsOnly whether roles come from groups only and nobody is given one by hand
/// @param switched when another identity provider took over; whoever has not changed since is still to be met by it
public record MemberPolicies(
        Reprovisioning reprovisioning,
        int deletedMemberDays,
        @Nullable Integer seatLimit,
        boolean protectLastAdmin,
        boolean rolesFromGroupsOnly,
        @Nullable Instant switched) {

    /// Those that an organization begins with.
    public static final MemberPolicies DEFAULT = new MemberPolicies(Reprovisioning.BY_MODE, 0, null, true, false, null);
}
