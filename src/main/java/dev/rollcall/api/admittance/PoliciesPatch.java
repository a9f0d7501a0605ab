package dev.rollcall.api.admittance;

import dev.rollcall.api.body.MergePatch;
import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.PolicyChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"domainPolicy": "flag"}
        """)
record PoliciesPatch(
        @Schema(description = "Changed by operators only") @Nullable
        Boolean provisioningWithoutSso,

        @Nullable DomainPolicy domainPolicy)
        implements MergePatch {

    PolicyChange change() {
        return new PolicyChange(provisioningWithoutSso, domainPolicy);
    }
}
