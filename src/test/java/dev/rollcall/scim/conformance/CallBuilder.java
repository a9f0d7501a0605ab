package dev.rollcall.scim.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.scenario.Step;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.net.URI;
import java.net.URLEncoder;
import java.util.HexFormat;
import java.util.LinkedHashMap;

/// Makes a call of what a step says, with the variables filled in.
final class CallBuilder {
    private static final String MEDIA_TYPE = "application/scim+json";

    private final URI base;
    private final Variables variables;

    CallBuilder(URI base, Variables variables) {
        this.base = base;
        this.variables = variables;
    }

    /// @param authorization the value of the header, empty for none
    Call call(Step.Request request, String authorization) {
        var target = variables.fill(request.target());
        var url = new StringBuilder(target.startsWith("http") ? target : base + target);
        request.query()
                .forEach((name, value) -> url.append(url.indexOf("?") < 0 ? '?' : '&')
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(text(variables.fill(value)))));
        var body = switch (request.body()) {
            case Step.Body.None _ -> null;
            case Step.Body.Json(var tree) -> JsonWriter.bytes(variables.fill(tree));
            case Step.Body.Text(var text) -> variables.fill(text).getBytes(UTF_8);
            case Step.Body.Hex(var digits) -> HexFormat.of().parseHex(digits);
        };
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", MEDIA_TYPE);
        if (body != null) {
            headers.put("Content-Type", MEDIA_TYPE);
        }
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        request.headers().forEach((name, value) -> {
            var filled = variables.fill(value);
            if (filled instanceof ScimValue.Null) {
                headers.remove(name);
            } else {
                headers.put(name, text(filled));
            }
        });
        return new Call(variables.fill(request.method()), url.toString(), headers, body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String text(ScimValue value) {
        return value instanceof ScimValue.Text(var text) ? text : JsonWriter.text(value);
    }
}
