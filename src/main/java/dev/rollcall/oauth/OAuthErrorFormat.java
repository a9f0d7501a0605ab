package dev.rollcall.oauth;

import dev.rollcall.web.ErrorFormat;
import dev.rollcall.web.Failure;
import dev.rollcall.web.Incidents;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Errors below `/oauth2` (RFC 6749 §5.2).
@ApplicationScoped
class OAuthErrorFormat implements ErrorFormat {
    private static final String PATH = "/oauth2";
    private static final String CHALLENGE = "Basic realm=\"oauth2\", charset=\"UTF-8\"";
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NO_SUCH_METHOD = 405;
    private static final int NO_SUCH_PATH = 404;

    @Override
    public boolean covers(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    @Override
    public Optional<Response> ofOwn(Throwable failure, ContainerRequestContext request) {
        return switch (failure) {
            case OAuthException refused -> Optional.of(refused(refused));
            case TooManyAttemptsException attempts -> {
                var seconds = Math.max(1, attempts.pause().toSeconds() + 1);
                yield Optional.of(answer(
                                TOO_MANY_REQUESTS,
                                OAuthError.TEMPORARILY_UNAVAILABLE,
                                "The secret of this client was wrong too often. Check it, and try again in " + seconds
                                        + " s.")
                        .header(HttpHeaders.RETRY_AFTER, seconds)
                        .build());
            }
            default -> Optional.empty();
        };
    }

    private static Response refused(OAuthException refused) {
        var error = refused.error();
        var answer = answer(error.status(), error, String.valueOf(refused.getMessage()));
        if (error == OAuthError.INVALID_CLIENT) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        return answer.build();
    }

    @Override
    public Response of(Failure failure, ContainerRequestContext request) {
        return switch (failure) {
            case Failure.Refused(var status, var challenge) -> {
                var answer = answer(status, OAuthError.INVALID_REQUEST, sentence(status));
                if (status == NO_SUCH_METHOD) {
                    answer.header(HttpHeaders.ALLOW, "POST");
                }
                yield (challenge == null ? answer : answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge)).build();
            }
            case Failure.Unavailable(var why) ->
                answer(failure.status(), OAuthError.TEMPORARILY_UNAVAILABLE, why + ": try again in a moment.")
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build();
            case Failure.Unforeseen(var incident) ->
                answer(failure.status(), OAuthError.SERVER_ERROR, Incidents.sentence(incident))
                        .build();
        };
    }

    private static String sentence(int status) {
        return switch (status) {
            case NO_SUCH_METHOD -> "The token endpoint takes POST only.";
            case NO_SUCH_PATH -> "There is nothing at this path: the token endpoint is " + TokenEndpoint.PATH + ".";
            default -> "The request cannot be read: check its headers and its body.";
        };
    }

    private static Response.ResponseBuilder answer(int status, OAuthError error, String description) {
        return NotStored.on(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new JsonObject()
                        .put("error", error.keyword())
                        .put("error_description", description)
                        .encode()));
    }
}
