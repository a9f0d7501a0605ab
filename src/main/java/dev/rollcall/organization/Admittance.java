package dev.rollcall.organization;

import java.util.Optional;
import java.util.Set;

/// What decides whether, and with whom, identity providers may provision an organization, as of one moment.
///
/// @param provisioningWithoutSso whether the plan is enough
/// @param hasSingleSignOn whether it has single sign-on that is on
/// @param domains that it has claimed, in A-labels
public record Admittance(
        boolean provisioningWithoutSso, boolean hasSingleSignOn, DomainPolicy domainPolicy, Set<String> domains) {
    public Admittance {
        domains = Set.copyOf(domains);
    }

    /// The first thing that is missing before provisioning may begin.
    public Optional<Prerequisite> missing(Plan plan) {
        return Prerequisite.missing(plan, provisioningWithoutSso, hasSingleSignOn, !domains.isEmpty());
    }
}
