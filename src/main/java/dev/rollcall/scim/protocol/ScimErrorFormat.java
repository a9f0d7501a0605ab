package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.web.ErrorFormat;
import dev.rollcall.web.Failure;
import dev.rollcall.web.Incidents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Errors below `/scim` (RFC 7644 §3.12).
@ApplicationScoped
class ScimErrorFormat implements ErrorFormat {

    @Override
    public boolean covers(String path) {
        return ScimPaths.covers(path);
    }

    @Override
    public Optional<Response> ofOwn(Throwable failure, ContainerRequestContext request) {
        return switch (failure) {
            case ScimException refusal -> Optional.of(answer(refusal, request).build());
            // A body that nobody can read, which only its reader finds out.
            case UnreadableEncoding unreadable ->
                Optional.of(answer(unreadable.refusal(), request)
                        .header(HttpHeaders.ACCEPT_ENCODING, UnreadableEncoding.ACCEPTED)
                        .build());
            default -> Optional.empty();
        };
    }

    @Override
    public Response of(Failure failure, ContainerRequestContext request) {
        return switch (failure) {
            case Failure.Refused refused -> refused(refused, request);
            case Failure.Unavailable(var why) ->
                answer(ScimException.unavailable(why), request).build();
            case Failure.Unforeseen(var incident) ->
                answer(ScimException.status(failure.status(), Incidents.sentence(incident)), request)
                        .build();
        };
    }

    private static Response refused(Failure.Refused failure, ContainerRequestContext request) {
        var answer = answer(refusal(failure.status(), request), request);
        if (failure.challenge() != null) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, failure.challenge());
        }
        if (failure.status() == 405) {
            answer.header(
                    HttpHeaders.ALLOW, AllowedMethods.at(request.getUriInfo().getPath()));
        }
        return answer.build();
    }

    private static Response.ResponseBuilder answer(ScimException refusal, ContainerRequestContext request) {
        return ErrorResponse.builder(refusal, request.getHeaderString(HttpHeaders.ACCEPT));
    }

    private static ScimException refusal(int status, ContainerRequestContext request) {
        if (status == 404 && ScimPaths.isOfAnotherVersion(request.getUriInfo().getPath())) {
            return ScimException.of(
                    ScimType.INVALID_VERSION, "This service speaks SCIM 2.0: the base URL ends with " + ScimPaths.BASE);
        }
        return switch (status) {
            case 400 -> ScimException.invalidSyntax("The request cannot be read: check its body and its parameters");
            case 404 ->
                ScimException.status(
                        404, "There is nothing at this path: check the base URL, which ends with " + ScimPaths.BASE);
            case 405 -> ScimException.status(405, "This path does not take " + request.getMethod() + " requests");
            case 406 ->
                ScimException.status(406, "Answers are " + MediaTypes.SCIM + " or " + MediaTypes.JSON + " only");
            case 413 -> ScimException.status(413, "The body is too large");
            case 415 -> ScimException.status(415, "Send the body as " + MediaTypes.SCIM + " or " + MediaTypes.JSON);
            default -> ScimException.status(status, "The request cannot be served");
        };
    }
}
