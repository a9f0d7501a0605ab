package dev.rollcall.api.document;

import dev.rollcall.api.problem.Problem;
import dev.rollcall.api.problem.ProblemKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// The errors of operations, as problems of the kinds that have their status.
final class DescribedErrors {
    private static final String PROBLEM = "Problem";

    private DescribedErrors() {}

    /// Adds what operations refer to.
    static void addTo(OpenAPI document) {
        var components = document.getComponents();
        components.addSchema(PROBLEM, problem());
        Arrays.stream(ProblemKind.values())
                .collect(Collectors.groupingBy(ProblemKind::status))
                .forEach((status, kinds) -> components.addResponse(
                        name(status),
                        OASFactory.createAPIResponse()
                                .description(kinds.stream()
                                        .map(kind -> "`" + kind.keyword() + "`: " + kind.title())
                                        .collect(Collectors.joining("; ")))
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref(PROBLEM))
                                                        .example(example(kinds.getFirst()))))));
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    private static Schema problem() {
        var field = schema(Schema.SchemaType.OBJECT, "What is wrong with one field")
                .addProperty("field", schema(Schema.SchemaType.STRING, "As the caller named it"))
                .addProperty("detail", schema(Schema.SchemaType.STRING, "A sentence"));
        return schema(Schema.SchemaType.OBJECT, "What went wrong, and what to do instead (RFC 9457)")
                .required(List.of("type", "title", "status", "detail"))
                .addProperty("type", schema(Schema.SchemaType.STRING, "The kind, which never changes its name"))
                .addProperty("title", schema(Schema.SchemaType.STRING, "The kind in a few words"))
                .addProperty("status", schema(Schema.SchemaType.INTEGER, "The status of the answer"))
                .addProperty("detail", schema(Schema.SchemaType.STRING, "A sentence for the administrator"))
                .addProperty(
                        "errors",
                        schema(Schema.SchemaType.ARRAY, "What is wrong, by field")
                                .items(field))
                .addProperty("requestId", schema(Schema.SchemaType.STRING, "As the log of the service has it"));
    }

    private static Schema schema(Schema.SchemaType type, String description) {
        return OASFactory.createSchema().type(List.of(type)).description(description);
    }

    private static Map<String, Object> example(ProblemKind kind) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", kind.type());
        example.put("title", kind.title());
        example.put("status", kind.status());
        example.put("detail", "A sentence that says what to do: " + kind.advice() + ".");
        example.put("requestId", "5b2a7e1c-0f6d-4c8e-9a44-3d7a1b9c2e10");
        return example;
    }

    /// Adds those that an operation can have.
    static void addTo(Operation operation, String path, PathItem.HttpMethod method, boolean isOpen) {
        for (var status : statuses(operation, path, method, isOpen)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            Integer.toString(status),
                            OASFactory.createAPIResponse().ref(name(status)));
        }
        if (method == PathItem.HttpMethod.POST && !isOpen) {
            operation.addParameter(OASFactory.createParameter()
                    .name("Idempotency-Key")
                    .in(Parameter.In.HEADER)
                    .description("The same request under the same key is done once within 24 hours")
                    .schema(schema(Schema.SchemaType.STRING, "Up to 200 characters of ASCII")));
        }
    }

    private static Set<Integer> statuses(Operation operation, String path, PathItem.HttpMethod method, boolean isOpen) {
        var statuses = new TreeSet<>(List.of(400, 401, 403, 406, 429, 500, 503));
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(413, 415));
        }
        if (method != PathItem.HttpMethod.GET) {
            statuses.add(409);
        }
        if (method == PathItem.HttpMethod.POST && !isOpen) {
            statuses.add(422);
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            statuses.add(412);
        }
        return statuses;
    }
}
