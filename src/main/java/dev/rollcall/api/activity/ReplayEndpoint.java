package dev.rollcall.api.activity;

import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.AsOne;
import dev.rollcall.api.change.OutsideTransaction;
import dev.rollcall.organization.Organizations;
import dev.rollcall.scim.replay.Replays;
import dev.rollcall.security.ChangesNothing;
import dev.rollcall.web.PublicUrl;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/activity/{activityId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Activity")
class ReplayEndpoint {
    private final Replays replays;
    private final Organizations organizations;
    private final PublicUrl publicUrl;
    private final AsOne asOne;

    ReplayEndpoint(Replays replays, Organizations organizations, PublicUrl publicUrl, AsOne asOne) {
        this.replays = replays;
        this.organizations = organizations;
        this.publicUrl = publicUrl;
        this.asOne = asOne;
    }

    @POST
    @Path("/dry-run")
    @OutsideTransaction
    @ChangesNothing
    @Operation(
            operationId = "rehearseCall",
            summary = "What would come of a refused call if it were done now; nothing is changed",
            description = "For whoever may read the activity")
    public RestResponse<ReplayView> rehearse(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("activityId") UUID activityId,
            @Context UriInfo uri) {
        var id = organizations.required(organizationId).id();
        return RestResponse.ok(ReplayView.of(replays.rehearse(id, activityId, publicUrl.of(uri))));
    }

    @POST
    @Path("/replay")
    @OutsideTransaction
    @Operation(
            operationId = "replayCall",
            summary = "Does a refused call again, from what is kept of it",
            description = "What is refused again is answered with 200 and the result `refused`")
    public RestResponse<ReplayView> replay(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("activityId") UUID activityId,
            @Context UriInfo uri) {
        var id = organizations.required(organizationId).id();
        return replays.replay(
                id, activityId, publicUrl.of(uri), asOne::run, performed -> RestResponse.ok(ReplayView.of(performed)));
    }
}
