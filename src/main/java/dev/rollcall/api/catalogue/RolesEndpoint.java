package dev.rollcall.api.catalogue;

import dev.rollcall.access.catalogue.Role;
import dev.rollcall.access.catalogue.Roles;
import dev.rollcall.api.body.JsonBodyReader;
import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.Versions;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.organization.Organizations;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
@Path("/api/v1/organizations/{organizationId}/roles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles", description = "What members of an organization can be allowed")
class RolesEndpoint {
    private final Roles roles;
    private final Organizations organizations;
    private final Pages pages;
    private final Answers answers;

    RolesEndpoint(Roles roles, Organizations organizations, Pages pages, Answers answers) {
        this.roles = roles;
        this.organizations = organizations;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listRoles", summary = "The organization's roles, by name")
    public Page<RoleView> list(@PathParam("organizationId") UUID organizationId, @BeanParam PageParameters page) {
        var id = organizations.required(organizationId).id();
        return pages.page(
                page,
                slice -> roles.page(id, slice.afterText(), slice.limit()),
                role -> List.of(role.name()),
                RoleView::of);
    }

    @POST
    @Operation(operationId = "addRole", summary = "Adds a role")
    public RestResponse<RoleView> add(
            @PathParam("organizationId") UUID organizationId, NewRoleBody body, @Context UriInfo request) {
        var added = roles.add(organizationId, body.role());
        return answers.made(request, added.id(), RoleView.of(added), added.version());
    }

    @GET
    @Path("/{roleId}")
    @Operation(operationId = "readRole", summary = "One role")
    public RestResponse<RoleView> read(
            @PathParam("organizationId") UUID organizationId, @PathParam("roleId") UUID roleId) {
        return found(roles.required(organizationId, roleId));
    }

    @PATCH
    @Path("/{roleId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
    @Operation(operationId = "changeRole", summary = "Changes a role: whoever has it has it as it is then")
    public RestResponse<RoleView> change(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("roleId") UUID roleId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            RolePatch body) {
        var condition = Versions.condition(ifMatch);
        return found(roles.change(organizationId, roleId, condition, body.change()));
    }

    @DELETE
    @Path("/{roleId}")
    @Operation(operationId = "removeRole", summary = "Removes a role that is not in use")
    public RestResponse<Void> remove(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("roleId") UUID roleId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        roles.remove(organizationId, roleId, Versions.condition(ifMatch));
        return answers.gone();
    }

    private RestResponse<RoleView> found(Role role) {
        return answers.of(RoleView.of(role), role.version());
    }
}
