package dev.rollcall.api.audit;

import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.organization.Organizations;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
class OrganizationAuditEndpoint {
    private final AuditSearch audit;
    private final Organizations organizations;

    OrganizationAuditEndpoint(AuditSearch audit, Organizations organizations) {
        this.audit = audit;
        this.organizations = organizations;
    }

    @GET
    @Operation(operationId = "listAudit", summary = "What was changed in the organization, the newest first")
    public Page<AuditEntryView> list(
            @PathParam("organizationId") UUID organizationId,
            @BeanParam AuditParameters filter,
            @BeanParam PageParameters page) {
        return audit.page(organizations.required(organizationId).id(), filter, page);
    }
}
