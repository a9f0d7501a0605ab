package dev.rollcall.api.document;

import dev.rollcall.security.ChangesNothing;
import dev.rollcall.security.ForOperators;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/// Makes the document of the management API, when the service is built: nothing but its paths, and with each operation
/// what holds for all of them, so that nobody repeats it: who may call it, its errors, its examples.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = DescriptionFilter.NAME)
public class DescriptionFilter implements OASFilter {
    /// The name of the document in the settings.
    static final String NAME = "management";

    /// The extension of an operation that says for whom it is: `operators`, `operators-of-all`, or nothing.
    static final String FOR = "x-for";

    /// The extension of an operation that changes nothing whatever its method: it is for whoever may read.
    static final String CHANGES_NOTHING = "x-changes-nothing";

    private static final String ROOT = "/api/";
    /// Where a proof is not needed, because it is made.
    private static final String OPEN = "/api/v1/sessions";
    private static final String OPERATOR = "operator";
    private static final String SESSION = "session";

    private final IndexView index;

    /// @param index of all classes of the service
    public DescriptionFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var paths = document.getPaths();
        List.copyOf(Objects.requireNonNull(paths.getPathItems()).keySet()).stream()
                .filter(path -> !path.startsWith(ROOT))
                .forEach(paths::removePathItem);
        document.getComponents()
                .securitySchemes(Map.of(
                        OPERATOR,
                        scheme(SecurityScheme.Type.HTTP, "The token of an operator")
                                .scheme("bearer")
                                .bearerFormat("JWT"),
                        SESSION,
                        scheme(SecurityScheme.Type.APIKEY, "The session of an org admin")
                                .in(SecurityScheme.In.COOKIE)
                                .name("__Host-rollcall-session")));
        document.setSecurity(null);
        DescribedErrors.addTo(document);
        new DescribedSchemas(document).settle();
        paths.getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> settle(document, path, method, operation)));
    }

    private static SecurityScheme scheme(SecurityScheme.Type type, String description) {
        return OASFactory.createSecurityScheme().type(type).description(description);
    }

    private void settle(OpenAPI document, String path, PathItem.HttpMethod method, Operation operation) {
        var isOpen = path.equals(OPEN);
        var operators = operators(operation);
        if (operators != null) {
            operation.addExtension(FOR, isOfAll(operators) ? "operators-of-all" : "operators");
        }
        if (methods(operation).anyMatch(one -> one.hasAnnotation(DotName.createSimple(ChangesNothing.class)))) {
            operation.addExtension(CHANGES_NOTHING, true);
        }
        if (isOpen) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(
                    operators == null ? List.of(proof(OPERATOR), proof(SESSION)) : List.of(proof(OPERATOR)));
        }
        DescribedErrors.addTo(operation, path, method, isOpen);
        DescribedExamples.addTo(document, operation);
    }

    private static SecurityRequirement proof(String scheme) {
        return OASFactory.createSecurityRequirement().addScheme(scheme);
    }

    private static boolean isOfAll(AnnotationInstance annotation) {
        return annotation.value("ofAll") != null && annotation.value("ofAll").asBoolean();
    }

    /// That of the method that has the operation, or of its class.
    private @org.jspecify.annotations.Nullable AnnotationInstance operators(Operation operation) {
        var name = DotName.createSimple(ForOperators.class);
        return methods(operation)
                .map(method -> method.hasAnnotation(name)
                        ? method.annotation(name)
                        : method.declaringClass().declaredAnnotation(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Stream<MethodInfo> methods(Operation operation) {
        return index
                .getAnnotations(DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class))
                .stream()
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.METHOD
                        && annotation.value("operationId") != null
                        && annotation.value("operationId").asString().equals(operation.getOperationId()))
                .map(annotation -> annotation.target().asMethod());
    }
}
