package dev.rollcall.api.document;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What describes the endpoints in OpenAPI 3.1, as it is packed with the service. It is written when the service is
/// built, so a service that starts reads nothing of it before somebody asks.
enum Description {
    /// The management API.
    MANAGEMENT("management", "/api/v1/openapi"),
    /// What identity providers reach: SCIM, tokens and keys.
    SCIM("scim", "/q/openapi");

    private final String name;
    private final String path;

    Description(String name, String path) {
        this.name = name;
        this.path = path;
    }

    /// Where it is served, also with `.json` behind.
    String path() {
        return path;
    }

    /// The JSON as it is served.
    Buffer json() {
        try (var file = Description.class.getResourceAsStream("/openapi/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("No description is packed: " + name);
            }
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The JSON, read.
    JsonObject document() {
        return new JsonObject(json());
    }
}
