package dev.rollcall.api.problem;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.web.RequestLog;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Problem details (RFC 9457) of the management API.
///
/// @param detail a sentence for the administrator, which says what to do instead
/// @param errors what is wrong, by field; null where it is not about fields
/// @param requestId as the log of the service has it
@Schema(description = "What went wrong, and what to do instead (RFC 9457)")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<FieldProblem> errors,
        @Nullable String requestId) {

    /// The media type of problem details.
    public static final String MEDIA_TYPE = "application/problem+json";

    /// What is wrong with one field.
    ///
    /// @param field as the caller named it, with dots between the levels
    public record FieldProblem(String field, String detail) {}

    /// A problem of the request that is being served.
    public static Problem of(ProblemKind kind, String detail, List<RefusedException.Violation> violations) {
        var errors = violations.stream()
                .map(violation -> new FieldProblem(violation.field(), violation.sentence()))
                .toList();
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                detail,
                errors.isEmpty() ? null : errors,
                RequestLog.currentId());
    }

    /// A problem that is not about fields.
    public static Problem of(ProblemKind kind, String detail) {
        return of(kind, detail, List.of());
    }

    /// The answer that says it.
    public Response.ResponseBuilder answer() {
        return Response.status(status).type(MEDIA_TYPE).entity(json().encode());
    }

    private JsonObject json() {
        var json = new JsonObject()
                .put("type", type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (errors != null) {
            var all = new JsonArray();
            errors.forEach(error ->
                    all.add(new JsonObject().put("field", error.field()).put("detail", error.detail())));
            json.put("errors", all);
        }
        return requestId == null ? json : json.put("requestId", requestId);
    }
}
