package dev.rollcall.benchmark.http;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ScimValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/// The service over HTTP, one request at a time.
public record ScimService(String url, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int REFUSED = 400;

    /// Creates a resource and says which.
    String create(String endpoint, String body) throws IOException, InterruptedException {
        var answer = JsonReader.readObject(send("POST", endpoint, body).getBytes(StandardCharsets.UTF_8));
        if (answer.find("id") instanceof ScimValue.Text(var id)) {
            return id;
        }
        throw new IllegalStateException("no id in " + answer);
    }

    /// Sends a request, which has to succeed.
    ///
    /// @param body empty for none
    public String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/scim/v2" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/scim+json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= REFUSED) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
