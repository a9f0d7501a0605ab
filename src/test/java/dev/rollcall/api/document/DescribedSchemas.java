package dev.rollcall.api.document;

import dev.rollcall.api.body.Keywords;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/// The schemas of the document: those that its operations need, and constants as they are written.
final class DescribedSchemas {
    private final OpenAPI document;

    DescribedSchemas(OpenAPI document) {
        this.document = document;
    }

    /// Removes what nothing refers to, and writes constants as {@link Keywords}.
    void settle() {
        var needed = new HashSet<String>();
        var left = new ArrayDeque<Schema>();
        left.addAll(ofOperations().toList());
        document.getComponents()
                .getResponses()
                .values()
                .forEach(response -> schemas(response.getContent()).forEach(left::add));
        while (!left.isEmpty()) {
            visit(left.pop(), needed, left);
        }
        List.copyOf(document.getComponents().getSchemas().keySet()).stream()
                .filter(name -> !needed.contains(name))
                .forEach(document.getComponents()::removeSchema);
    }

    private Stream<Schema> ofOperations() {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> Stream.of(
                                operation.getRequestBody() == null
                                        ? Stream.<Schema>empty()
                                        : schemas(operation.getRequestBody().getContent()),
                                operation.getResponses().getAPIResponses().values().stream()
                                        .flatMap(response -> schemas(response.getContent())),
                                Objects.requireNonNullElse(
                                                operation.getParameters(),
                                                List.<org.eclipse.microprofile.openapi.models.parameters.Parameter>of())
                                        .stream()
                                        .map(parameter -> parameter.getSchema()))
                        .flatMap(all -> all))
                .filter(Objects::nonNull);
    }

    private static Stream<Schema> schemas(@Nullable Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(Objects::nonNull);
    }

    private void visit(Schema schema, Set<String> needed, ArrayDeque<Schema> left) {
        var reference = schema.getRef();
        if (reference != null) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            if (needed.add(name)) {
                left.add(Objects.requireNonNull(
                        document.getComponents().getSchemas().get(name)));
            }
        }
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(schema.getEnumeration().stream()
                    .<Object>map(constant -> constant == null ? null : Keywords.of(String.valueOf(constant)))
                    .toList());
        }
        parts(schema).filter(Objects::nonNull).forEach(left::add);
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? Stream.<Schema>empty()
                                : schema.getProperties().values().stream(),
                        Stream.ofNullable(schema.getItems()),
                        Stream.ofNullable(schema.getAdditionalPropertiesSchema()),
                        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                                .filter(Objects::nonNull)
                                .flatMap(List::stream))
                .flatMap(all -> all);
    }
}
