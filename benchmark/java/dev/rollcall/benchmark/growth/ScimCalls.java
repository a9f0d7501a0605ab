package dev.rollcall.benchmark.growth;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/// Sends SCIM requests to one organization, one at a time over one connection, and remembers how long the last
/// took.
final class ScimCalls {
    private static final int FIRST_FAILURE = 400;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String endpoint;
    private final String token;
    private long nanos;

    ScimCalls(String endpoint, String token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /// A text as it is written in a query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    ScimValue.Complex get(String path) {
        return JsonReader.readObject(send("GET", path, ""));
    }

    ScimValue.Complex post(String path, ScimValue.Complex body) {
        return JsonReader.readObject(send("POST", path, JsonWriter.text(body)));
    }

    /// Any request; fails where the service does.
    byte[] send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(endpoint + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/scim+json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var begin = System.nanoTime();
            var response = client.send(request, BodyHandlers.ofByteArray());
            nanos = System.nanoTime() - begin;
            if (response.statusCode() >= FIRST_FAILURE) {
                throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    /// A request that is not measured.
    byte[] aside(String method, String path, String body) {
        var measured = nanos;
        var answer = send(method, path, body);
        nanos = measured;
        return answer;
    }

    /// How long the last request that is measured took until its answer was read.
    long nanos() {
        return nanos;
    }
}
