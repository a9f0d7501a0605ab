package dev.rollcall.scim.group;

import dev.rollcall.scim.endpoint.RequestParameters;
import dev.rollcall.scim.endpoint.ResourceRequests;
import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.protocol.SearchParameters;
import dev.rollcall.scim.schema.ScimValue;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/Groups` (RFC 7644 §3.2).
@Path(ScimPaths.BASE + "/Groups")
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
@Blocking
@Tag(name = "Groups")
public class GroupsEndpoint {
    private final ResourceRequests requests;
    private final GroupStore groups;

    GroupsEndpoint(ResourceRequests requests, GroupStore groups) {
        this.requests = requests;
        this.groups = groups;
    }

    @POST
    @Operation(summary = "Create a group")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, description = RequestParameters.PREFER)
    public Response create(@BeanParam RequestParameters parameters, @Nullable GroupBody body) {
        return requests.create(parameters.to(groups), GroupBody.messageOf(body));
    }

    @GET
    @Operation(summary = "List or find groups")
    public Response search(@BeanParam SearchParameters search, @BeanParam RequestParameters parameters) {
        return requests.search(parameters.to(groups), search);
    }

    @POST
    @Path("/.search")
    @Operation(summary = "List or find groups, with the query in the body")
    public Response search(@BeanParam RequestParameters parameters, ScimValue.@Nullable Complex body) {
        return requests.search(parameters.to(groups), body);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a group")
    public Response read(@PathParam("id") String id, @BeanParam RequestParameters parameters) {
        return requests.read(parameters.to(groups), id);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Replace a group")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, description = RequestParameters.PREFER)
    public Response replace(
            @PathParam("id") String id, @BeanParam RequestParameters parameters, @Nullable GroupBody body) {
        return requests.replace(parameters.to(groups), id, GroupBody.messageOf(body));
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Modify a group")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, description = RequestParameters.PREFER)
    public Response patch(
            @PathParam("id") String id, @BeanParam RequestParameters parameters, @Nullable GroupBody body) {
        return requests.patch(parameters.to(groups), id, GroupBody.messageOf(body));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a group")
    public Response delete(@PathParam("id") String id, @BeanParam RequestParameters parameters) {
        return requests.delete(parameters.to(groups), id);
    }
}
