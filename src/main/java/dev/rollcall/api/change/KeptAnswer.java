package dev.rollcall.api.change;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// An answer as it is kept.
///
/// @param body null where there is none
record KeptAnswer(
        int status,
        Map<String, List<String>> headers,
        @Nullable String body) {

    static KeptAnswer of(RestResponse<?> answer, @Nullable String body) {
        var headers = new LinkedHashMap<String, List<String>>();
        answer.getHeaders()
                .forEach((name, values) ->
                        headers.put(name, values.stream().map(String::valueOf).toList()));
        return new KeptAnswer(answer.getStatus(), headers, body);
    }

    static KeptAnswer parse(String text) {
        var json = new JsonObject(text);
        var headers = new LinkedHashMap<String, List<String>>();
        var kept = json.getJsonObject("headers");
        for (var name : kept.fieldNames()) {
            headers.put(
                    name, kept.getJsonArray(name).stream().map(String::valueOf).toList());
        }
        return new KeptAnswer(json.getInteger("status"), headers, json.getString("body"));
    }

    String text() {
        var all = new JsonObject();
        headers.forEach((name, values) -> all.put(name, new JsonArray(values)));
        return new JsonObject()
                .put("status", status)
                .put("headers", all)
                .put("body", body)
                .encode();
    }

    /// The answer, byte by byte: a text is written as it is.
    RestResponse<?> answer() {
        var answer = RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), body);
        headers.forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
        return answer.build();
    }
}
