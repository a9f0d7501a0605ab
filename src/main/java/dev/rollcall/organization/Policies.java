package dev.rollcall.organization;

import java.util.UUID;

/// What an organization lets in, what becomes of its members, and how long it is remembered.
///
/// @param provisioningWithoutSso whether identity providers may provision before the organization has single sign-on
///     and a claimed domain
public record Policies(
        UUID organizationId,
        boolean provisioningWithoutSso,
        DomainPolicy domainPolicy,
        MemberPolicies members,
        Retention retention,
        long version) {}
