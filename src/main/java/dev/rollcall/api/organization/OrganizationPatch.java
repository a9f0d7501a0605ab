package dev.rollcall.api.organization;

import dev.rollcall.api.body.MergePatch;
import dev.rollcall.api.body.PlainName;
import dev.rollcall.organization.OrganizationChange;
import dev.rollcall.organization.Plan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"name": "Example Ltd."}
        """)
record OrganizationPatch(
        @PlainName(of = "an organization") @Nullable String name,

        @Schema(description = "Changed by operators only") @Nullable
        Plan plan)
        implements MergePatch {

    OrganizationChange change() {
        return new OrganizationChange(name, plan);
    }
}
