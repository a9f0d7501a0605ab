package dev.rollcall.scim.discovery;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.BaseUri;
import dev.rollcall.scim.protocol.ListResponse;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers for definitions: all of them or one, with the metadata that depends on the request. Paging and
/// sorting do not apply to them, and a filter is refused (RFC 7644 §4).
@ApplicationScoped
class DefinitionAnswers {
    private final BaseUri baseUri;

    DefinitionAnswers(BaseUri baseUri) {
        this.baseUri = baseUri;
    }

    /// Definitions of one kind: what `meta.resourceType` says, and the endpoint they are served at.
    record Kind(String resourceType, String endpoint, Map<String, ScimValue.Complex> definitions) {}

    ScimValue.Complex all(Kind kind, UriInfo request, @Nullable String filter) {
        if (filter != null) {
            throw ScimException.status(403, kind.endpoint() + " takes no filter: read the whole list");
        }
        var shown = kind.definitions().entrySet().stream()
                .map(definition -> located(kind, definition.getKey(), definition.getValue(), request))
                .toList();
        return ListResponse.of(shown);
    }

    ScimValue.Complex one(Kind kind, UriInfo request, String id) {
        return kind.definitions().entrySet().stream()
                .filter(definition -> definition.getKey().equalsIgnoreCase(id))
                .findFirst()
                .map(definition -> located(kind, definition.getKey(), definition.getValue(), request))
                .orElseThrow(() -> ScimException.notFound(kind.resourceType(), id));
    }

    /// The definition with its `meta`.
    ScimValue.Complex located(Kind kind, String id, ScimValue.Complex definition, UriInfo request) {
        var meta = new LinkedHashMap<String, ScimValue>();
        meta.put("resourceType", ScimValue.of(kind.resourceType()));
        meta.put("location", ScimValue.of(baseUri.of(request) + kind.endpoint() + (id.isEmpty() ? "" : "/" + id)));
        return definition.with("meta", new ScimValue.Complex(meta));
    }
}
