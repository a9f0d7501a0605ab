package dev.rollcall.api.organization;

import dev.rollcall.api.body.JsonBodyReader;
import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.Versions;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.organization.Organization;
import dev.rollcall.organization.Organizations;
import dev.rollcall.security.CurrentCaller;
import dev.rollcall.security.ForOperators;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@ApiEndpoint
@Path("/api/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations", description = "The customers of the product")
class OrganizationsEndpoint {
    private final Organizations organizations;
    private final CurrentCaller caller;
    private final Pages pages;
    private final Answers answers;

    OrganizationsEndpoint(Organizations organizations, CurrentCaller caller, Pages pages, Answers answers) {
        this.organizations = organizations;
        this.caller = caller;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @ForOperators(ofAll = true)
    @Operation(operationId = "listOrganizations", summary = "All organizations, by name")
    public Page<OrganizationView> list(@BeanParam PageParameters page) {
        return pages.page(
                page,
                slice -> organizations.page(slice.afterText(), slice.limit()),
                organization -> List.of(organization.name()),
                OrganizationView::of);
    }

    @POST
    @ForOperators(ofAll = true)
    @Operation(operationId = "addOrganization", summary = "Adds an organization")
    public RestResponse<OrganizationView> add(NewOrganization body, @Context UriInfo request) {
        var added = organizations.add(body.name(), body.plan());
        return answers.made(request, added.id(), OrganizationView.of(added), added.version());
    }

    @GET
    @Path("/{organizationId}")
    @Operation(operationId = "readOrganization", summary = "One organization")
    public RestResponse<OrganizationView> read(@PathParam("organizationId") UUID organizationId) {
        return found(organizations.required(organizationId));
    }

    @PATCH
    @Path("/{organizationId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
    @Operation(operationId = "changeOrganization", summary = "Changes its name; its plan, if an operator asks")
    public RestResponse<OrganizationView> change(
            @PathParam("organizationId") UUID organizationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            OrganizationPatch body) {
        if (body.plan() != null) {
            caller.requireOperator("Only the back end of the product changes the plan. Ask its support.");
        }
        return found(organizations.change(organizationId, Versions.condition(ifMatch), body.change()));
    }

    private RestResponse<OrganizationView> found(Organization organization) {
        return answers.of(OrganizationView.of(organization), organization.version());
    }
}
