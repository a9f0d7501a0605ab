package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The body of every refusal (RFC 7644 §3.12), and the answer that carries it.
public final class ErrorResponse {
    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int RETRY_AFTER_SECONDS = 2;

    private ErrorResponse() {}

    /// The body alone.
    public static ScimValue.Complex body(ScimException refusal) {
        var body = new LinkedHashMap<String, ScimValue>();
        body.put("schemas", ScimValue.array(ScimValue.of(SCHEMA)));
        body.put("status", ScimValue.of(Integer.toString(refusal.status())));
        refusal.scimType().ifPresent(type -> body.put("scimType", ScimValue.of(type.keyword())));
        body.put("detail", ScimValue.of(refusal.detail()));
        return new ScimValue.Complex(body);
    }

    /// The answer, to which headers may be added. The media type is SCIM's own unless `accept`, the request's
    /// header, names plain JSON and not that; a request that no reader understood gets its refusal all the
    /// same.
    public static Response.ResponseBuilder builder(ScimException refusal, @Nullable String accept) {
        var answer = Response.status(refusal.status()).type(mediaType(accept)).entity(JsonWriter.bytes(body(refusal)));
        return refusal.status() == UNAVAILABLE || refusal.status() == TOO_MANY_REQUESTS
                ? answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS))
                : answer;
    }

    private static String mediaType(@Nullable String accept) {
        var onlyPlain = accept != null
                && accept.contains(MediaTypes.JSON)
                && !accept.contains(MediaTypes.SCIM)
                && !accept.contains("*/*");
        return onlyPlain ? MediaTypes.JSON : MediaTypes.SCIM;
    }
}
