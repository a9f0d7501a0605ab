package dev.rollcall.security.signin;

import dev.rollcall.api.problem.Problem;
import dev.rollcall.api.problem.ProblemException;
import dev.rollcall.api.problem.ProblemKind;
import dev.rollcall.security.PersonAccess;
import dev.rollcall.security.session.NewSession;
import dev.rollcall.security.session.Session;
import dev.rollcall.security.session.SessionCookie;
import dev.rollcall.security.session.Sessions;
import dev.rollcall.web.Origin;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Where the browser of a person begins to sign in, and where it comes back to from the identity provider.
@Path("/sign-in")
public class SignInEndpoint {
    private final SignInConfig config;
    private final CodeFlow flow;
    private final SignInClaims claims;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final CurrentVertxRequest current;

    SignInEndpoint(
            SignInConfig config,
            CodeFlow flow,
            SignInClaims claims,
            Sessions sessions,
            SessionCookie cookie,
            CurrentVertxRequest current) {
        this.config = config;
        this.flow = flow;
        this.claims = claims;
        this.sessions = sessions;
        this.cookie = cookie;
        this.current = current;
    }

    /// The next step of the flow: to the identity provider, or with a session to the page behind it.
    @GET
    @Operation(hidden = true)
    public Response signIn(@Context UriInfo request) {
        Response.ResponseBuilder answer;
        try {
            answer = next(request);
        } catch (ProblemException problem) {
            answer = Problem.of(problem.kind(), problem.sentence()).answer();
            if (problem.kind() == ProblemKind.UNAVAILABLE) {
                answer.header(HttpHeaders.RETRY_AFTER, "2");
            }
        }
        // The URL of the way back has the code.
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private Response.ResponseBuilder next(UriInfo request) {
        if (!config.enabled()) {
            throw new ProblemException(
                    ProblemKind.NOT_FOUND, "Nobody can sign in here. Open the page from the product instead.");
        }
        var asked = request.getQueryParameters();
        if (asked.containsKey("error")) {
            throw new ProblemException(
                    ProblemKind.FORBIDDEN,
                    "access_denied".equals(asked.getFirst("error"))
                            ? "You, or the identity provider, said no to this sign-in. Begin it again at /sign-in, or ask"
                                    + " its administrator for access."
                            : "The identity provider could not sign you in. Begin it again at /sign-in, or ask its"
                                    + " administrator.");
        }
        var person = flow.finish(current.getCurrent()).map(claims::person).orElse(null);
        if (person != null) {
            return to(config.after()).header(HttpHeaders.SET_COOKIE, cookie.begin(request, begin(person)));
        }
        if (asked.containsKey("code") || asked.containsKey("state")) {
            throw new ProblemException(
                    ProblemKind.INVALID,
                    "This browser has begun no such sign-in, or too long ago. Begin it again at /sign-in.");
        }
        return to(flow.begin(current.getCurrent()));
    }

    private String begin(SignedIn person) {
        var origin = Origin.of(current.getCurrent().request());
        return sessions.begin(new NewSession(
                        person.organizationId(),
                        person.email(),
                        person.name(),
                        person.admin() ? PersonAccess.WRITE : PersonAccess.NONE,
                        Session.Origin.SIGN_IN,
                        origin.address(),
                        origin.product()))
                .secret();
    }

    private static Response.ResponseBuilder to(String location) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, location);
    }
}
