package dev.rollcall.scim.discovery;

import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.schema.ScimValue;
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

/// `/ResourceTypes` (RFC 7644 §4, RFC 7643 §6).
@Path(ScimPaths.BASE + "/ResourceTypes")
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Blocking
@Tag(name = "Discovery")
public class ResourceTypesEndpoint {
    private final DefinitionAnswers answers;
    private final DefinitionAnswers.Kind kind;

    ResourceTypesEndpoint(DefinitionAnswers answers, Definitions definitions) {
        this.answers = answers;
        this.kind = new DefinitionAnswers.Kind("ResourceType", "/ResourceTypes", definitions.resourceTypeDefinitions());
    }

    @GET
    @Operation(summary = "All resource types")
    public ScimValue.Complex all(@Context UriInfo uri, @QueryParam("filter") @Nullable String filter) {
        return answers.all(kind, uri, filter);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The resource type with this name")
    public ScimValue.Complex one(@Context UriInfo uri, @PathParam("id") String id) {
        return answers.one(kind, uri, id);
    }
}
