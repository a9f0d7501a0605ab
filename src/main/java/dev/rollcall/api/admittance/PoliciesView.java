package dev.rollcall.api.admittance;

import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.Policies;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Policies", description = "What an organization lets in")
record PoliciesView(
        @Schema(description = "Whether it may provision before it has single sign-on and a claimed domain")
        boolean provisioningWithoutSso,

        @Schema(description = "What becomes of users with addresses outside of its claimed domains")
        DomainPolicy domainPolicy) {

    static PoliciesView of(Policies policies) {
        return new PoliciesView(policies.provisioningWithoutSso(), policies.domainPolicy());
    }
}
