package dev.rollcall.organization.domain;

import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Policies;
import dev.rollcall.organization.Prerequisite;
import dev.rollcall.organization.SingleSignOns;
import dev.rollcall.refusal.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// What an organization lacks before an identity provider may provision it. Requests of identity providers pass the
/// same gate, in their own way.
@ApplicationScoped
public class ProvisioningGate {
    private final Organizations organizations;
    private final OrganizationPolicies policies;
    private final SingleSignOns singleSignOns;
    private final Domains domains;

    ProvisioningGate(
            Organizations organizations, OrganizationPolicies policies, SingleSignOns singleSignOns, Domains domains) {
        this.organizations = organizations;
        this.policies = policies;
        this.singleSignOns = singleSignOns;
        this.domains = domains;
    }

    /// The first thing that is missing; nothing where there is no such organization.
    @Transactional
    public Optional<Prerequisite> missing(UUID organizationId) {
        return organizations
                .find(organizationId)
                .flatMap(organization -> Prerequisite.missing(
                        organization.plan(),
                        policies.find(organizationId)
                                .map(Policies::provisioningWithoutSso)
                                .orElse(false),
                        singleSignOns.isOn(organizationId),
                        domains.hasClaimed(organizationId)));
    }

    /// Refuses an organization that lacks something.
    ///
    /// @throws RefusedException {@link RefusedException.Kind#PLAN}, {@link RefusedException.Kind#SINGLE_SIGN_ON} or
    ///     {@link RefusedException.Kind#DOMAIN}
    @Transactional
    public void require(UUID organizationId) {
        missing(organizationId).ifPresent(missing -> {
            throw RefusedException.of(kind(missing), missing.sentence());
        });
    }

    private static RefusedException.Kind kind(Prerequisite missing) {
        return switch (missing) {
            case PLAN -> RefusedException.Kind.PLAN;
            case SINGLE_SIGN_ON -> RefusedException.Kind.SINGLE_SIGN_ON;
            case DOMAIN -> RefusedException.Kind.DOMAIN;
        };
    }
}
