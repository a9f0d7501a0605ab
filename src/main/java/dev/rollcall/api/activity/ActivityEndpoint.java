package dev.rollcall.api.activity;

import dev.rollcall.activity.log.ActivityLog;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.AsOne;
import dev.rollcall.api.change.OutsideTransaction;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.api.page.Stretch;
import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.scim.replay.Replays;
import dev.rollcall.security.ChangesNothing;
import dev.rollcall.web.PublicUrl;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/activity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Activity", description = "What each provisioning call did")
class ActivityEndpoint {
    private final ActivityLog log;
    private final Organizations organizations;
    private final Pages pages;
    private final Replays replays;
    private final PublicUrl publicUrl;
    private final AsOne asOne;

    ActivityEndpoint(
            ActivityLog log,
            Organizations organizations,
            Pages pages,
            Replays replays,
            PublicUrl publicUrl,
            AsOne asOne) {
        this.log = log;
        this.organizations = organizations;
        this.pages = pages;
        this.replays = replays;
        this.publicUrl = publicUrl;
        this.asOne = asOne;
    }

    @GET
    @Operation(
            operationId = "listActivity",
            summary = "What provisioning calls did, the newest first",
            description = "A page may hold less than the limit, or nothing, and have a `next` all the same: what is"
                    + " asked for is rare, and the next page looks on")
    public Page<ActivityView> list(
            @PathParam("organizationId") UUID organizationId,
            @BeanParam ActivityParameters parameters,
            @BeanParam PageParameters page) {
        var filter = parameters.filter(organizations.required(organizationId).id());
        return pages.stretch(
                page,
                slice -> {
                    var portion = log.page(filter, slice.afterId(), slice.limit());
                    var next = portion.next();
                    return new Stretch<>(portion.calls(), next == null ? List.of() : List.of(next.toString()));
                },
                ActivityView::of);
    }

    @GET
    @Path("/{activityId}")
    @Operation(operationId = "readActivity", summary = "One call, with what was sent where it was refused")
    public ActivityDetailView read(
            @PathParam("organizationId") UUID organizationId, @PathParam("activityId") UUID activityId) {
        var id = organizations.required(organizationId).id();
        var call = log.find(id, activityId)
                .orElseThrow(() -> RefusedException.notFound("The organization has no call " + activityId + "."));
        var sent = log.sent(id, activityId);
        return ActivityDetailView.of(call, sent, replays.impossible(id, call, sent));
    }

    @POST
    @Path("/{activityId}/dry-run")
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
    @Path("/{activityId}/replay")
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
