package dev.rollcall.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.organization.PolicyChange;
import dev.rollcall.organization.SingleSignOn;
import dev.rollcall.organization.SingleSignOns;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Kind;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProvisioningGateTest {
    private final ProvisioningGate gate;
    private final Organizations organizations;
    private final OrganizationPolicies policies;
    private final SingleSignOns singleSignOns;
    private final Domains domains;

    ProvisioningGateTest(
            ProvisioningGate gate,
            Organizations organizations,
            OrganizationPolicies policies,
            SingleSignOns singleSignOns,
            Domains domains) {
        this.gate = gate;
        this.organizations = organizations;
        this.policies = policies;
        this.singleSignOns = singleSignOns;
        this.domains = domains;
    }

    @Test
    void namesWhatIsMissingInTheOrderInWhichItIsToBeGot() {
        var organization =
                organizations.add("Acme " + UUID.randomUUID(), Plan.TEAM).id();
        refused(organization, Kind.PLAN);

        organizations.changePlan(organization, Plan.ENTERPRISE);
        refused(organization, Kind.SINGLE_SIGN_ON);

        singleSignOns.note(organization, "PingOne", SingleSignOn.State.OFF, Condition.NONE);
        refused(organization, Kind.SINGLE_SIGN_ON);

        singleSignOns.note(organization, "PingOne", SingleSignOn.State.ON, Condition.NONE);
        refused(organization, Kind.DOMAIN);

        var waiting = domains.claim(organization, ClaimedDomains.name());
        refused(organization, Kind.DOMAIN);

        domains.vouch(organization, waiting.name());
        assertThatCode(() -> gate.require(organization)).doesNotThrowAnyException();
    }

    @Test
    void provisioningWithoutSingleSignOnStillNeedsThePlan() {
        var organization =
                organizations.add("Acme " + UUID.randomUUID(), Plan.TEAM).id();
        policies.change(organization, PolicyChange.provisioningWithoutSso(true), Condition.NONE);
        refused(organization, Kind.PLAN);

        organizations.changePlan(organization, Plan.ENTERPRISE);

        assertThat(gate.missing(organization)).isEmpty();
    }

    private void refused(UUID organization, Kind kind) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> gate.require(organization))
                .extracting(RefusedException::kind)
                .isEqualTo(kind);
    }
}
