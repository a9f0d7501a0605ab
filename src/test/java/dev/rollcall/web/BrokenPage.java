package dev.rollcall.web;

import dev.rollcall.scim.protocol.BrokenEndpoint;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/// Fails as nothing should, where SCIM is not served.
@Path("/broken")
public class BrokenPage {

    /// Throws, with words that no client may see.
    @GET
    @Path("/{how}")
    @Produces("application/json")
    public String fail(@PathParam("how") String how) {
        return new BrokenEndpoint().fail(how);
    }

    /// Takes JSON, and says it again.
    @POST
    @Path("/{how}")
    @Consumes("application/json")
    @Produces("application/json")
    public String echo(@PathParam("how") String how, String body) {
        return body;
    }
}
