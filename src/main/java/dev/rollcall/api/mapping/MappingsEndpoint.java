package dev.rollcall.api.mapping;

import dev.rollcall.access.mapping.Mapping;
import dev.rollcall.access.mapping.Mappings;
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
@Path("/api/v1/organizations/{organizationId}/mappings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mappings", description = "Which roles the groups of an identity provider give to whoever is in them")
class MappingsEndpoint {
    private final Mappings mappings;
    private final Organizations organizations;
    private final Pages pages;
    private final Answers answers;

    MappingsEndpoint(Mappings mappings, Organizations organizations, Pages pages, Answers answers) {
        this.mappings = mappings;
        this.organizations = organizations;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listMappings", summary = "The organization's mappings, in the order of their making")
    public Page<MappingView> list(
            @PathParam("organizationId") UUID organizationId,
            @BeanParam MappingParameters parameters,
            @BeanParam PageParameters page) {
        var id = organizations.required(organizationId).id();
        var filter = parameters.filter();
        return pages.page(
                page,
                slice -> mappings.page(id, filter, slice.afterId(), slice.limit()),
                mapping -> List.of(mapping.id().toString()),
                MappingView::of);
    }

    @POST
    @Operation(
            operationId = "addMapping",
            summary = "Maps a group to a role: whoever is in it, directly or through groups, has the role from now")
    public RestResponse<MappingView> add(
            @PathParam("organizationId") UUID organizationId, NewMapping body, @Context UriInfo request) {
        var added = mappings.add(organizationId, body.groupId(), body.teamId(), body.roleId());
        return answers.made(request, added.id(), MappingView.of(added), added.version());
    }

    @GET
    @Path("/{mappingId}")
    @Operation(operationId = "readMapping", summary = "One mapping")
    public RestResponse<MappingView> read(
            @PathParam("organizationId") UUID organizationId, @PathParam("mappingId") UUID mappingId) {
        return found(mappings.required(organizationId, mappingId));
    }

    @PATCH
    @Path("/{mappingId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
    @Operation(operationId = "changeMapping", summary = "Makes the group give another role, or one in another team")
    public RestResponse<MappingView> change(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("mappingId") UUID mappingId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MappingPatch body) {
        return found(mappings.change(organizationId, mappingId, Versions.condition(ifMatch), body.change()));
    }

    @DELETE
    @Path("/{mappingId}")
    @Operation(operationId = "removeMapping", summary = "Makes the group give this no longer")
    public RestResponse<Void> remove(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("mappingId") UUID mappingId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        mappings.remove(organizationId, mappingId, Versions.condition(ifMatch));
        return answers.gone();
    }

    private RestResponse<MappingView> found(Mapping mapping) {
        return answers.of(MappingView.of(mapping), mapping.version());
    }
}
