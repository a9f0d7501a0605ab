package dev.rollcall.scim.security;

import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;

/// Writes a refusal as a SCIM error (RFC 7644 §3.12).
final class RefusalResponse {
    private static final String SCIM = "application/scim+json";
    private static final String RETRY_AFTER_SECONDS = "5";

    private RefusalResponse() {}

    static Response of(Refusal refusal) {
        var response = Response.status(refusal.status()).type(SCIM).entity(body(refusal));
        if (refusal.challenge() != null) {
            response.header("WWW-Authenticate", refusal.challenge());
        }
        if (refusal == Refusal.UNAVAILABLE) {
            response.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        return response.build();
    }

    private static byte[] body(Refusal refusal) {
        var members = new LinkedHashMap<String, ScimValue>();
        members.put(
                "schemas",
                new ScimValue.MultiValued(List.of(new ScimValue.Text("urn:ietf:params:scim:api:messages:2.0:Error"))));
        members.put("status", new ScimValue.Text(Integer.toString(refusal.status())));
        members.put("detail", new ScimValue.Text(refusal.detail()));
        return JsonWriter.bytes(new ScimValue.Complex(members));
    }
}
