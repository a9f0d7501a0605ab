package dev.rollcall.api.problem;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.DuplicateKeyException;
import dev.rollcall.web.ErrorFormat;
import dev.rollcall.web.Failure;
import dev.rollcall.web.Incidents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Errors below `/api`: problem details of a known kind.
@ApplicationScoped
class ApiErrorFormat implements ErrorFormat {
    private static final String ROOT = "/api";
    private static final String RETRY_AFTER_SECONDS = "2";

    private final AllowedMethods methods;

    ApiErrorFormat(AllowedMethods methods) {
        this.methods = methods;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/") || path.startsWith(ROOT + ";");
    }

    @Override
    public Optional<Response> ofOwn(Throwable failure, ContainerRequestContext request) {
        return switch (failure) {
            case RefusedException refusal ->
                Optional.of(
                        answer(Problem.of(ProblemKind.of(refusal.kind()), sentence(refusal), refusal.violations())));
            case ProblemException problem -> Optional.of(answer(Problem.of(problem.kind(), problem.sentence())));
            // Another made the same at the same moment, between the look and the write.
            case DuplicateKeyException _ ->
                Optional.of(answer(Problem.of(
                        ProblemKind.TAKEN, "Something else has this name since a moment ago. Choose another name.")));
            case WebApplicationException refused
            when refused.getResponse().getStatus() == ProblemKind.TOO_MANY_REQUESTS.status() ->
                Optional.of(tooMany(refused.getResponse()));
            default -> Optional.empty();
        };
    }

    @Override
    public Response of(Failure failure, ContainerRequestContext request) {
        return switch (failure) {
            case Failure.Refused refused -> refused(refused, request);
            case Failure.Unavailable(var why) ->
                Problem.of(ProblemKind.UNAVAILABLE, why + ": try again in a moment.")
                        .answer()
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build();
            case Failure.Unforeseen(var incident) ->
                answer(Problem.of(ProblemKind.FAILED, Incidents.sentence(incident)));
        };
    }

    private Response refused(Failure.Refused failure, ContainerRequestContext request) {
        var kind = ProblemKind.ofStatus(failure.status()).orElse(ProblemKind.INVALID);
        var answer = Problem.of(kind, sentence(kind, request.getMethod())).answer();
        if (failure.challenge() != null) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, failure.challenge());
        }
        if (kind == ProblemKind.METHOD_NOT_ALLOWED) {
            answer.header(HttpHeaders.ALLOW, methods.at(request.getUriInfo().getPath()));
        }
        return answer.build();
    }

    private static Response tooMany(Response refused) {
        var wait = refused.getHeaderString(HttpHeaders.RETRY_AFTER);
        return Problem.of(ProblemKind.TOO_MANY_REQUESTS, "There are too many requests: wait before the next one.")
                .answer()
                .header(HttpHeaders.RETRY_AFTER, wait == null ? RETRY_AFTER_SECONDS : wait)
                .build();
    }

    private static String sentence(RefusedException refusal) {
        return String.valueOf(refusal.getMessage());
    }

    private static Response answer(Problem problem) {
        return problem.answer().build();
    }

    private static String sentence(ProblemKind kind, String method) {
        return switch (kind) {
            case UNAUTHENTICATED -> "This needs the token of an operator, or a session.";
            case FORBIDDEN -> "You may not do this.";
            case NOT_FOUND -> "There is nothing at this path.";
            case METHOD_NOT_ALLOWED -> "This path does not take " + method + " requests.";
            case NOT_ACCEPTABLE -> "Answers are application/json: accept it.";
            case CONTENT_TOO_LARGE -> "The body is too large.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as application/json.";
            default -> "The request cannot be read: check its body and its parameters.";
        };
    }
}
