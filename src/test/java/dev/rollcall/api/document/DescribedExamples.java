package dev.rollcall.api.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/// The examples of bodies. Those of requests are written at their records; those of answers are made of the schema.
final class DescribedExamples {
    private static final String ID = "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2e";
    private static final String TIME = "2030-01-31T12:00:00Z";
    private static final int MOST_LEVELS = 8;

    private final OpenAPI document;

    private DescribedExamples(OpenAPI document) {
        this.document = document;
    }

    static void addTo(OpenAPI document, Operation operation) {
        var examples = new DescribedExamples(document);
        if (operation.getRequestBody() != null) {
            examples.addTo(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> examples.addTo(response.getContent()));
    }

    private void addTo(@Nullable Content content) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().values().stream()
                .filter(type -> type.getExample() == null && type.getSchema() != null)
                .forEach(type -> type.setExample(example("", type.getSchema(), 0)));
    }

    private @Nullable Object example(String name, Schema given, int level) {
        var schema = resolved(given);
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().getFirst();
        }
        if (schema.getEnumeration() != null) {
            return schema.getEnumeration().getFirst();
        }
        var type = type(schema);
        if (type == null || level > MOST_LEVELS) {
            return null;
        }
        return switch (type) {
            case STRING -> text(name, schema.getFormat());
            case INTEGER, NUMBER -> 1;
            case BOOLEAN -> true;
            case NULL -> null;
            case ARRAY -> schema.getItems() == null ? List.of() : list(name, schema.getItems(), level);
            case OBJECT -> object(schema, level);
        };
    }

    private List<Object> list(String name, Schema items, int level) {
        var list = new ArrayList<Object>();
        var one = example(name, items, level + 1);
        if (one != null) {
            list.add(one);
        }
        return list;
    }

    private Map<String, Object> object(Schema schema, int level) {
        var object = new LinkedHashMap<String, Object>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                var value = example(name, property, level + 1);
                if (value != null) {
                    object.put(name, value);
                }
            });
        }
        return object;
    }

    private Schema resolved(Schema schema) {
        var reference = schema.getRef();
        if (reference != null) {
            return resolved(Objects.requireNonNull(
                    document.getComponents().getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1))));
        }
        for (var others : List.of(
                Objects.requireNonNullElse(schema.getAnyOf(), List.<Schema>of()),
                Objects.requireNonNullElse(schema.getAllOf(), List.<Schema>of()))) {
            for (var other : others) {
                if (other.getRef() != null) {
                    return resolved(other);
                }
            }
        }
        return schema;
    }

    private static Schema.@Nullable SchemaType type(Schema schema) {
        return schema.getType() == null
                ? null
                : schema.getType().stream()
                        .filter(type -> type != Schema.SchemaType.NULL)
                        .findFirst()
                        .orElse(null);
    }

    private static String text(String name, @Nullable String format) {
        return switch (format) {
            case "uuid" -> ID;
            case "date-time" -> TIME;
            case null, default -> name.isEmpty() ? "text" : name;
        };
    }
}
