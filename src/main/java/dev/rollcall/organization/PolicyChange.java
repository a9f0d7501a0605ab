package dev.rollcall.organization;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Other policies; null leaves one as it is.
///
/// @param seatLimit an empty one takes the limit away
public record PolicyChange(
        @Nullable Boolean provisioningWithoutSso,
        @Nullable DomainPolicy domainPolicy,
        @Nullable Reprovisioning reprovisioning,
        @Nullable Integer deletedMemberDays,
        @Nullable OptionalInt seatLimit,
        @Nullable Boolean protectLastAdmin,
        @Nullable Boolean rolesFromGroupsOnly,
        @Nullable Integer activityDays,
        @Nullable Integer refusedBodyDays) {

    /// Other admittance.
    public static PolicyChange admittance(
            @Nullable Boolean provisioningWithoutSso, @Nullable DomainPolicy domainPolicy) {
        return new PolicyChange(provisioningWithoutSso, domainPolicy, null, null, null, null, null, null, null);
    }

    /// Whether identity providers may provision without single sign-on and a claimed domain.
    public static PolicyChange provisioningWithoutSso(boolean allowed) {
        return admittance(allowed, null);
    }

    /// What becomes of people outside of the claimed domains.
    public static PolicyChange domainPolicy(DomainPolicy policy) {
        return admittance(null, policy);
    }
}
