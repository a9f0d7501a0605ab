package dev.rollcall.resilience;

import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.scim.schema.ScimValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a provisioning client sends to one replica. For several threads. A request that gets no answer is an
/// {@link java.io.UncheckedIOException}: nobody knows whether it was done. An answer that no client must ever
/// get is an {@link AssertionError}: 500, or 503 that does not say when to come again.
public final class ScimClient implements AutoCloseable {
    private final HttpCalls http = new HttpCalls();
    private final URI base;
    private final String token;

    /// @param base with `/scim/v2`, without a trailing slash
    public ScimClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /// Sends a request.
    ///
    /// @param path below the base, such as `/Users`
    /// @param ifMatch the version that the request is for; null for any
    public Answer send(String method, String path, @Nullable String body, @Nullable String ifMatch) {
        var headers = new HashMap<>(Map.of("Authorization", "Bearer " + token));
        if (body != null) {
            headers.put("Content-Type", "application/scim+json");
        }
        if (ifMatch != null) {
            headers.put("If-Match", ifMatch);
        }
        return http.send(
                new Call(method, base + path, headers, body == null ? null : body.getBytes(StandardCharsets.UTF_8)));
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path, String body) {
        return send("POST", path, body, null);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body, null);
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, body, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    /// The body of a user; `members` is JSON such as `"title":"Tour Guide"`, or empty.
    public static String user(String userName, String members) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + userName + "\""
                + (members.isEmpty() ? "" : "," + members) + "}";
    }

    /// The body of a group.
    public static String group(String displayName, List<String> members) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + displayName
                + "\",\"members\":" + values(members) + "}";
    }

    /// The body of a PATCH.
    ///
    /// @param operations JSON objects with commas between
    public static String operations(String operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
    }

    /// The body of a PATCH that adds members to a group.
    public static String addMembers(List<String> members) {
        return operations("{\"op\":\"add\",\"path\":\"members\",\"value\":" + values(members) + "}");
    }

    /// The body of a bulk request.
    ///
    /// @param operations JSON objects
    public static String bulk(List<String> operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                + String.join(",", operations) + "]}";
    }

    private static String values(List<String> ids) {
        return ids.stream().map(id -> "{\"value\":\"" + id + "\"}").collect(Collectors.joining(",", "[", "]"));
    }

    /// The text at a place of an answer, as {@link Answer#at} finds it; empty where there is none.
    public static String text(Answer answer, String place) {
        return answer.at(place)
                .map(value -> value instanceof ScimValue.Text(var text) ? text : "")
                .orElse("");
    }

    /// The texts of a sub-attribute, in all elements of an attribute of an answer's body.
    public static List<String> texts(Answer answer, String attribute, String subAttribute) {
        return answer.at("body/" + attribute).stream()
                .flatMap(value -> value instanceof ScimValue.MultiValued(var elements)
                        ? elements.stream()
                        : Stream.<ScimValue>empty())
                .map(element -> element instanceof ScimValue.Complex complex
                                && complex.find(subAttribute) instanceof ScimValue.Text(var text)
                        ? text
                        : "")
                .toList();
    }

    @Override
    public void close() {
        http.close();
    }
}
