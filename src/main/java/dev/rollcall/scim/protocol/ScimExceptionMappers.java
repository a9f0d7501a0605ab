package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place that turns failures into answers.
class ScimExceptionMappers {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    @ServerExceptionMapper
    public Response refused(ScimException refusal, ContainerRequestContext request) {
        return answer(refusal, request).build();
    }

    /// A body that nobody can read, which only its reader finds out.
    @ServerExceptionMapper
    public Response unreadable(UnreadableEncoding failure, ContainerRequestContext request) {
        return answer(failure.refusal(), request)
                .header(HttpHeaders.ACCEPT_ENCODING, UnreadableEncoding.ACCEPTED)
                .build();
    }

    /// What the framework refuses: unknown paths, methods and media types, bodies and parameters that it cannot
    /// read.
    @ServerExceptionMapper
    public Response http(WebApplicationException failure, ContainerRequestContext request) {
        var status = failure.getResponse().getStatus();
        if (status < CLIENT_ERROR) {
            return failure.getResponse();
        }
        if (status >= SERVER_ERROR && status != 501) {
            return unexpected(failure, request);
        }
        var answer = answer(refusal(status, request), request);
        var challenge = failure.getResponse().getHeaderString(HttpHeaders.WWW_AUTHENTICATE);
        if (challenge != null) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        if (status == 405) {
            answer.header(
                    HttpHeaders.ALLOW, AllowedMethods.at(request.getUriInfo().getPath()));
        }
        return answer.build();
    }

    /// An answer of which a part is sent: the connection is closed, and nothing more is sent.
    @ServerExceptionMapper
    public Response broken(BrokenTransfer failure) {
        return Response.serverError().build();
    }

    /// Whatever else.
    @ServerExceptionMapper
    public Response unexpected(Throwable failure, ContainerRequestContext request) {
        return answer(Incidents.refusal(failure), request).build();
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
