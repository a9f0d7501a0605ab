package dev.rollcall.api.document;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/// The description of the management API, as it is served.
@ApplicationScoped
public class Description {
    /// The name of the document in the settings.
    static final String NAME = "management";

    private final OpenApiDocumentService documents;
    private final AtomicReference<JsonObject> read = new AtomicReference<>();

    Description(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    /// The document in OpenAPI. Nobody changes it.
    JsonObject document() {
        return read.updateAndGet(known -> known == null ? parsed() : known);
    }

    private JsonObject parsed() {
        return new JsonObject(new String(documents.getDocument(NAME, Format.JSON), StandardCharsets.UTF_8));
    }
}
