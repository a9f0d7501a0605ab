package dev.rollcall.scim.discovery;

import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.schema.ConformanceMode;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.CurrentClient;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
    private final Map<ConformanceMode, DefinitionAnswers.Kind> kinds = new EnumMap<>(ConformanceMode.class);

    SchemasEndpoint(DefinitionAnswers answers, Definitions definitions, CurrentClient clients) {
        this.answers = answers;
        this.clients = clients;
        for (var mode : ConformanceMode.values()) {
            kinds.put(mode, new DefinitionAnswers.Kind("Schema", "/Schemas", definitions.schemaDefinitions(mode)));
        }
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

    // What is unique depends on the mode of the connection.
    private DefinitionAnswers.Kind kind() {
        return Objects.requireNonNull(kinds.get(clients.required().mode()));
    }
}
