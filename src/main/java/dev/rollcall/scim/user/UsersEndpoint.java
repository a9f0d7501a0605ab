package dev.rollcall.scim.user;

import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.ProjectionParameters;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.protocol.SearchParameters;
import dev.rollcall.scim.resource.ResourceRequests;
import dev.rollcall.scim.resource.ResourceRequests.Request;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    public Response create(
            @BeanParam ProjectionParameters projection,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            ScimValue.@Nullable Complex body) {
        return requests.create(new Request(users, uri, projection, headers), body);
    }

    @GET
    @Operation(summary = "List or find users")
    public ScimValue.Complex search(
            @BeanParam SearchParameters search,
            @BeanParam ProjectionParameters projection,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return requests.search(new Request(users, uri, projection, headers), search);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a user")
    public Response read(
            @PathParam("id") String id,
            @BeanParam ProjectionParameters projection,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return requests.read(new Request(users, uri, projection, headers), id);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Replace a user")
    public Response replace(
            @PathParam("id") String id,
            @BeanParam ProjectionParameters projection,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            ScimValue.@Nullable Complex body) {
        return requests.replace(new Request(users, uri, projection, headers), id, body);
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Modify a user")
    public Response patch(
            @PathParam("id") String id,
            @BeanParam ProjectionParameters projection,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            ScimValue.@Nullable Complex body) {
        return requests.patch(new Request(users, uri, projection, headers), id, body);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a user")
    public Response delete(
            @PathParam("id") String id,
            @BeanParam ProjectionParameters projection,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return requests.delete(new Request(users, uri, projection, headers), id);
    }
}
