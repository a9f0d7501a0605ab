package dev.rollcall.scim.discovery;

import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.CurrentClient;
import dev.rollcall.scim.tolerance.Tolerance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/Schemas` (RFC 7644 §4, RFC 7643 §7).
@Path(ScimPaths.BASE + "/Schemas")
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Blocking
@Tag(name = "Discovery")
public class SchemasEndpoint {
    private final DefinitionAnswers answers;
    private final CurrentClient clients;
    private final DefinitionAnswers.Kind schemas;
    private final DefinitionAnswers.Kind schemasWithUniqueGroupNames;

    SchemasEndpoint(DefinitionAnswers answers, Definitions definitions, CurrentClient clients) {
        this.answers = answers;
        this.clients = clients;
        schemas = kind(definitions, false);
        schemasWithUniqueGroupNames = kind(definitions, true);
    }

    private static DefinitionAnswers.Kind kind(Definitions definitions, boolean hasUniqueGroupNames) {
        return new DefinitionAnswers.Kind("Schema", "/Schemas", definitions.schemaDefinitions(hasUniqueGroupNames));
    }

    @GET
    @Operation(summary = "All schemas")
    public ScimValue.Complex all(@Context UriInfo uri, @QueryParam("filter") @Nullable String filter) {
        return answers.all(kind(), uri, filter);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The schema with this URI")
    public ScimValue.Complex one(@Context UriInfo uri, @PathParam("id") String id) {
        return answers.one(kind(), uri, id);
    }

    // What is unique depends on the connection.
    private DefinitionAnswers.Kind kind() {
        return clients.required().tolerances().allow(Tolerance.GROUP_NAME) ? schemasWithUniqueGroupNames : schemas;
    }
}
