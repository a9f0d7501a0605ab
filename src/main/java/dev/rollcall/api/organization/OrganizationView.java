package dev.rollcall.api.organization;

import dev.rollcall.organization.Organization;
import dev.rollcall.organization.Plan;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Organization", description = "One customer of the product")
record OrganizationView(UUID id, String name, Plan plan, Instant created) {

    static OrganizationView of(Organization organization) {
        return new OrganizationView(
                organization.id(), organization.name(), organization.plan(), organization.created());
    }
}
