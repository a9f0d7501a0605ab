package dev.rollcall.scim.conformance.tolerance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sends what one connection sends, to paths below the base URI.
record ScimCalls(HttpCalls http, URI base, String bearer) {

    Answer send(String method, String path, ScimValue.@Nullable Complex body) {
        var headers = Map.of("Authorization", bearer, "Content-Type", "application/scim+json");
        var bytes = body == null ? null : JsonWriter.text(body).getBytes(UTF_8);
        return http.send(new Call(method, base + path, headers, bytes));
    }

    /// The resource at this path, which is there.
    Answer read(String path) {
        var answer = send("GET", path, null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /// The path of a new resource.
    String created(String path, ScimValue.Complex body) {
        var answer = send("POST", path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return path + "/" + text(answer, "body/id");
    }

    static String text(Answer answer, String place) {
        return answer.at(place).orElse(null) instanceof ScimValue.Text(var text) ? text : "";
    }
}
