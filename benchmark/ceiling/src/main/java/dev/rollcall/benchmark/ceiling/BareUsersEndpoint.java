package dev.rollcall.benchmark.ceiling;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;

/// One statement for each request, which knows nothing of the service's: the ceiling of every design.
@Path("/bare/Users")
@Produces("application/scim+json")
@Consumes("application/scim+json")
@Blocking
public class BareUsersEndpoint {
    private final BareRows users;

    BareUsersEndpoint(BareRows users) {
        this.users = users;
    }

    @GET
    @Path("/{id}")
    public String read(@PathParam("id") String id) throws SQLException {
        return users.read(UUID.fromString(id)).orElseThrow(NotFoundException::new);
    }

    @POST
    public Response create(String body) throws SQLException {
        users.create(NewUser.of(body));
        return Response.status(Response.Status.CREATED).entity(body).build();
    }
}
