package dev.rollcall.organization;

import org.jspecify.annotations.Nullable;

/// Other policies; null leaves one as it is.
public record PolicyChange(
        @Nullable Boolean provisioningWithoutSso, @Nullable DomainPolicy domainPolicy) {

    /// Whether identity providers may provision without single sign-on and a claimed domain.
    public static PolicyChange provisioningWithoutSso(boolean allowed) {
        return new PolicyChange(allowed, null);
    }

    /// What becomes of people outside of the claimed domains.
    public static PolicyChange domainPolicy(DomainPolicy policy) {
        return new PolicyChange(null, policy);
    }
}
