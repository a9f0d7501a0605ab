package dev.rollcall.api.grant;

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
@Path("/api/v1/organizations/{organizationId}/grants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Grants by hand", description = "Roles that somebody has given to members by hand")
class GrantsEndpoint {
    private final GrantPages pages;
    private final Organizations organizations;

    GrantsEndpoint(GrantPages pages, Organizations organizations) {
        this.pages = pages;
        this.organizations = organizations;
    }

    @GET
    @Operation(operationId = "listGrants", summary = "All grants by hand of the organization, by member")
    public Page<GrantView> list(
            @PathParam("organizationId") UUID organizationId,
            @BeanParam GrantParameters parameters,
            @BeanParam PageParameters page) {
        return pages.page(organizations.required(organizationId).id(), parameters.filter(), page);
    }
}
