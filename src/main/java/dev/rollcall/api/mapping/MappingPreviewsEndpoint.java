package dev.rollcall.api.mapping;

import dev.rollcall.access.mapping.MappingPreviews;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.OutsideTransaction;
import dev.rollcall.organization.Organizations;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/mapping-previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Group mappings", description = "Which groups of identity providers give which roles")
class MappingPreviewsEndpoint {
    private final MappingPreviews previews;
    private final Organizations organizations;

    MappingPreviewsEndpoint(MappingPreviews previews, Organizations organizations) {
        this.previews = previews;
        this.organizations = organizations;
    }

    @POST
    @OutsideTransaction
    @Operation(
            operationId = "previewMappings",
            summary = "Who would gain and lose what if mappings were added and removed; nothing is changed")
    public RestResponse<MappingPreviewView> preview(
            @PathParam("organizationId") UUID organizationId, MappingPreviewBody body) {
        var id = organizations.required(organizationId).id();
        return RestResponse.ok(MappingPreviewView.of(previews.preview(id, body.added(), body.removed())));
    }
}
