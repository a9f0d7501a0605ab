package dev.rollcall.api.organization;

import dev.rollcall.api.body.PlainName;
import dev.rollcall.api.body.RequestBody;
import dev.rollcall.organization.Plan;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
        {"name": "Example Inc.", "plan": "enterprise"}
        """)
record NewOrganization(
        @NotNull @PlainName(of = "an organization") String name,
        @NotNull Plan plan) implements RequestBody {}
