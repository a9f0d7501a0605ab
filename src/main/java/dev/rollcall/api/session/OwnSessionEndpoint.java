package dev.rollcall.api.session;

import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.Caller;
import dev.rollcall.security.CurrentCaller;
import dev.rollcall.security.ForAnyCaller;
import dev.rollcall.security.session.Session;
import dev.rollcall.security.session.SessionCookie;
import dev.rollcall.security.session.Sessions;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// The session that sends the request.
@ApiEndpoint
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
class OwnSessionEndpoint {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final CurrentCaller caller;

    OwnSessionEndpoint(Sessions sessions, SessionCookie cookie, CurrentCaller caller) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.caller = caller;
    }

    @GET
    @ForAnyCaller
    @Operation(operationId = "readSession", summary = "The session that sends the request")
    public SessionView read() {
        return SessionView.of(own());
    }

    @DELETE
    @ForAnyCaller
    @Operation(operationId = "endSession", summary = "Signs out: ends the session that sends the request")
    public RestResponse<Void> end(@Context UriInfo request) {
        var session = own();
        sessions.end(session.organizationId(), session.id());
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.end(request))
                .build();
    }

    private Session own() {
        if (caller.required() instanceof Caller.Person person) {
            return sessions.required(person.organizationId(), UUID.fromString(person.id()));
        }
        throw RefusedException.notFound("A token has no session. '/api/v1/me' says whose token it is.");
    }
}
