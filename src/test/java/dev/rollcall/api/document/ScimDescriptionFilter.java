package dev.rollcall.api.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/// Makes the document of what identity providers reach: SCIM, tokens and keys.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.DEFAULT_DOCUMENT_NAME)
public class ScimDescriptionFilter implements OASFilter {
    private static final List<String> ROOTS = List.of("/scim/", "/oauth2/", "/.well-known/");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var paths = document.getPaths();
        List.copyOf(Objects.requireNonNull(paths.getPathItems()).keySet()).stream()
                .filter(path -> ROOTS.stream().noneMatch(path::startsWith))
                .forEach(paths::removePathItem);
    }
}
