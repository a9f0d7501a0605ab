package dev.rollcall.benchmark.ceiling;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;

/// The URLs of the service, answered with the stored JSON and nothing else: no token, no schema, no projection.
@Path("/scim/v2/Users")
@Produces("application/scim+json")
@Consumes("application/scim+json")
@Blocking
public class UsersEndpoint {
    private final UserRows users;

    UsersEndpoint(UserRows users) {
        this.users = users;
    }

    @GET
    @Path("/{id}")
    public String read(@PathParam("id") String id) throws SQLException {
        return users.read(UUID.fromString(id)).orElseThrow(NotFoundException::new);
    }

    @GET
    public String find(@QueryParam("filter") String filter) throws SQLException {
        var userName = filter.substring(filter.indexOf('"') + 1, filter.lastIndexOf('"'));
        return users.find(userName).orElseThrow(NotFoundException::new);
    }

    @POST
    public Response create(String body) throws SQLException {
        users.create(NewUser.of(body));
        return Response.status(Response.Status.CREATED).entity(body).build();
    }
}
