package dev.rollcall.scim.protocol;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;

/// Fails as nothing should.
@Path("/scim/v2/Broken")
public class BrokenEndpoint {

    /// Throws, with words that no client may see.
    @GET
    @Path("/{how}")
    public String fail(@PathParam("how") String how) {
        var words = "SELECT hunter2 FROM scim_user";
        throw switch (how) {
            case "state" -> new IllegalStateException(words);
            case "web" -> new WebApplicationException(words, 500);
            case "gateway" -> new WebApplicationException(words, 502);
            default -> throw new AssertionError(words);
        };
    }
}
