package dev.rollcall.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.http.HttpCalls;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Calls a service in a process of its own, with one proof. Paths are from the root, or are whole URLs of that
/// service, as `Location` has them. For several threads.
///
/// @param origin of the service, without a trailing slash
/// @param headers that every request has
public record ManagementClient(HttpCalls http, String origin, Map<String, String> headers) {
    public ManagementClient {
        headers = Map.copyOf(headers);
    }

    /// Somebody without proof.
    public static ManagementClient nobody(HttpCalls http, String origin) {
        return new ManagementClient(http, origin, Map.of("X-Rollcall-Request", "1"));
    }

    /// The same with this bearer token.
    public ManagementClient bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /// The same with the cookie of a session.
    public ManagementClient session(String secret) {
        return with("Cookie", "rollcall-session=" + secret);
    }

    /// The same with another header.
    public ManagementClient with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new ManagementClient(http, origin, more);
    }

    /// The same at another replica.
    public ManagementClient at(String other) {
        return new ManagementClient(http, other, headers);
    }

    /// Reads.
    public Answer get(String path) {
        return http.send(new Call("GET", url(path), headers, null));
    }

    /// Deletes.
    public Answer delete(String path) {
        return http.send(new Call("DELETE", url(path), headers, null));
    }

    /// Sends JSON.
    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, "application/json", JsonObject.mapFrom(body).encode());
    }

    /// Replaces.
    public Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, "application/json", JsonObject.mapFrom(body).encode());
    }

    /// Changes.
    public Answer patch(String path, Map<String, ?> body) {
        return send("PATCH", path, "application/json", JsonObject.mapFrom(body).encode());
    }

    /// Sends a text of any media type.
    public Answer send(String method, String path, String mediaType, String body) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", mediaType);
        return http.send(new Call(method, url(path), all, body.getBytes(StandardCharsets.UTF_8)));
    }

    private String url(String path) {
        return path.startsWith("/") ? origin + path : path;
    }

    /// The body of an answer that has this status.
    public static JsonObject body(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text().isEmpty() ? new JsonObject() : new JsonObject(answer.text());
    }

    /// The secret of the session that an answer begins.
    public static String sessionOf(Answer answer) {
        var cookie = answer.header("Set-Cookie").orElse("");
        assertThat(cookie).startsWith("rollcall-session=");
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    /// The secret of a set-up link.
    public static String secretOf(String link) {
        return link.substring(link.indexOf("#link=") + "#link=".length());
    }

    /// Without the proof.
    @Override
    public String toString() {
        return "ManagementClient[" + origin + "]";
    }
}
