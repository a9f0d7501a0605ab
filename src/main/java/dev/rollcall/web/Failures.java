package dev.rollcall.web;

import dev.rollcall.sql.UnavailableException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place where failures become answers, each in the form of its path: that of a door, or else a problem
/// detail.
@ApplicationScoped
class Failures {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private final List<ErrorFormat> formats;
    private final ProblemDetails otherwise = new ProblemDetails();

    Failures(@All List<ErrorFormat> formats) {
        this.formats = formats;
    }

    /// What the framework refuses, and what endpoints refuse in its words.
    @ServerExceptionMapper
    public Response refused(WebApplicationException failure, ContainerRequestContext request) {
        return failure.getResponse().getStatus() < CLIENT_ERROR ? failure.getResponse() : answer(failure, request);
    }

    /// An answer of which a part is sent: the connection is closed, and nothing more is sent.
    @ServerExceptionMapper
    public Response broken(BrokenTransfer failure) {
        return Response.serverError().build();
    }

    /// Whatever else.
    @ServerExceptionMapper
    public Response answer(Throwable failure, ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var format =
                formats.stream().filter(door -> door.covers(path)).findFirst().orElse(otherwise);
        return format.ofOwn(failure, request).orElseGet(() -> format.of(neutral(failure), request));
    }

    private static Failure neutral(Throwable failure) {
        return switch (failure) {
            case UnavailableException unavailable -> new Failure.Unavailable(unavailable.why());
            case WebApplicationException refused
            when isRefusal(refused.getResponse().getStatus()) ->
                new Failure.Refused(
                        refused.getResponse().getStatus(),
                        refused.getResponse().getHeaderString(HttpHeaders.WWW_AUTHENTICATE));
            default -> new Failure.Unforeseen(Incidents.logged(failure));
        };
    }

    private static boolean isRefusal(int status) {
        return status < SERVER_ERROR || status == NOT_IMPLEMENTED;
    }
}
