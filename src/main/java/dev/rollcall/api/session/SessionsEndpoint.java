package dev.rollcall.api.session;

import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.security.link.SetUpLinks;
import dev.rollcall.security.session.SessionCookie;
import dev.rollcall.web.Origin;
import dev.rollcall.web.PublicUrl;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Where sessions begin: the one change that needs no proof but what it brings.
@ApiEndpoint
@Path("/api/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
class SessionsEndpoint {
    private static final String OWN = "/api/v1/session";

    private final SetUpLinks links;
    private final SessionCookie cookie;
    private final PublicUrl publicUrl;

    SessionsEndpoint(SetUpLinks links, SessionCookie cookie, PublicUrl publicUrl) {
        this.links = links;
        this.cookie = cookie;
        this.publicUrl = publicUrl;
    }

    @POST
    @Operation(
            operationId = "beginSession",
            summary = "Exchanges a set-up link for a session, once",
            description = "The answer sets the cookie of the session. Needs the header X-Rollcall-Request.")
    public RestResponse<SessionView> begin(
            NewSessionBody body, @Context UriInfo uri, @Context ContainerRequestContext request) {
        var origin = Origin.of(request);
        var begun = links.use(body.link(), origin.address(), origin.product());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, SessionView.of(begun.session()))
                .header(HttpHeaders.LOCATION, publicUrl.of(uri) + OWN)
                .header(HttpHeaders.SET_COOKIE, cookie.begin(uri, begun.secret()))
                .build();
    }
}
