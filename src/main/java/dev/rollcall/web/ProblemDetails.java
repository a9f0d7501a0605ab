package dev.rollcall.web;

import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Problem details (RFC 9457), where no door has a form of its own. Their type is `about:blank`: the status says
/// all there is to say.
final class ProblemDetails implements ErrorFormat {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String RETRY_AFTER_SECONDS = "2";

    @Override
    public boolean covers(String path) {
        return true;
    }

    @Override
    public Optional<Response> ofOwn(Throwable failure, ContainerRequestContext request) {
        return Optional.empty();
    }

    @Override
    public Response of(Failure failure, ContainerRequestContext request) {
        return switch (failure) {
            case Failure.Refused(var status, var challenge) -> {
                var answer = answer(status, detail(status, request.getMethod()));
                yield (challenge == null ? answer : answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge)).build();
            }
            case Failure.Unavailable(var why) ->
                answer(failure.status(), why + ": try again in a moment.")
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build();
            case Failure.Unforeseen(var incident) ->
                answer(failure.status(), Incidents.sentence(incident)).build();
        };
    }

    private static Response.ResponseBuilder answer(int status, String detail) {
        var known = Response.Status.fromStatusCode(status);
        var body = new JsonObject()
                .put("type", "about:blank")
                .put("title", known == null ? "Error" : known.getReasonPhrase())
                .put("status", status)
                .put("detail", detail);
        return Response.status(status).type(MEDIA_TYPE).entity(body.encode());
    }

    private static String detail(int status, String method) {
        return switch (status) {
            case 400 -> "The request cannot be read: check its body and its parameters";
            case 404 -> "There is nothing at this path";
            case 405 -> "This path does not take " + method + " requests";
            case 406 -> "There is no answer in a media type that the request accepts";
            case 413 -> "The body is too large";
            case 415 -> "The body is not in a media type that this path takes";
            default -> "The request cannot be served";
        };
    }
}
