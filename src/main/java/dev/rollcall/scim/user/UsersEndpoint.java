package dev.rollcall.scim.user;

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

/// `/Users` (RFC 7644 §3.2).
@Path(ScimPaths.BASE + "/Users")
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
@Blocking
@Tag(name = "Users")
public class UsersEndpoint {
    private final ResourceRequests requests;
    private final UserStore users;

    UsersEndpoint(ResourceRequests requests, UserStore users) {
        this.requests = requests;
        this.users = users;
    }

    @POST
    @Operation(summary = "Create a user")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, description = RequestParameters.PREFER)
    public Response create(@BeanParam RequestParameters parameters, ScimValue.@Nullable Complex body) {
        return requests.create(parameters.to(users), body);
    }

    @GET
    @Operation(summary = "List or find users")
    public Response search(@BeanParam SearchParameters search, @BeanParam RequestParameters parameters) {
        return requests.search(parameters.to(users), search);
    }

    @POST
    @Path("/.search")
    @Operation(summary = "List or find users, with the query in the body")
    public Response search(@BeanParam RequestParameters parameters, ScimValue.@Nullable Complex body) {
        return requests.search(parameters.to(users), body);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a user")
    public Response read(@PathParam("id") String id, @BeanParam RequestParameters parameters) {
        return requests.read(parameters.to(users), id);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Replace a user")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, description = RequestParameters.PREFER)
    public Response replace(
            @PathParam("id") String id, @BeanParam RequestParameters parameters, ScimValue.@Nullable Complex body) {
        return requests.replace(parameters.to(users), id, body);
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Modify a user")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, description = RequestParameters.PREFER)
    public Response patch(
            @PathParam("id") String id, @BeanParam RequestParameters parameters, ScimValue.@Nullable Complex body) {
        return requests.patch(parameters.to(users), id, body);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a user")
    public Response delete(@PathParam("id") String id, @BeanParam RequestParameters parameters) {
        return requests.delete(parameters.to(users), id);
    }
}
