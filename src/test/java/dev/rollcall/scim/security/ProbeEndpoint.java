package dev.rollcall.scim.security;

import dev.rollcall.connection.credential.Scope;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/// Tells who called, behind the same filter as the real endpoints.
@Path("/scim/v2/Probe")
@Produces("application/scim+json")
public class ProbeEndpoint {
    private final CurrentClient client;
    private final ProbeService service;

    ProbeEndpoint(CurrentClient client, ProbeService service) {
        this.client = client;
        this.service = service;
    }

    /// The client, from a worker thread.
    @GET
    @Blocking
    public String client() {
        return described(client.required());
    }

    /// The size of a body.
    @POST
    @Consumes("application/scim+json")
    @Blocking
    public int size(byte[] body) {
        return body.length;
    }

    /// Searches: a read by POST.
    @POST
    @Path("/.search")
    @Consumes("application/scim+json")
    @Blocking
    public String search(String body) {
        return described(client.required());
    }

    /// The client, from the event loop.
    @GET
    @Path("/event-loop")
    @NonBlocking
    public String eventLoop() {
        return described(client.required());
    }

    /// Guarded by an annotation on the endpoint.
    @GET
    @Path("/writers")
    @RolesAllowed(Scope.WRITE_TEXT)
    @Blocking
    public String writers() {
        return "written";
    }

    /// Guarded by an annotation on a bean.
    @GET
    @Path("/service")
    @Blocking
    public String service() {
        return service.read();
    }

    /// Guarded by a permission on the endpoint.
    @GET
    @Path("/permission")
    @PermissionsAllowed(Scope.READ_TEXT)
    @Blocking
    public String permission() {
        return "read";
    }

    private static String described(ProvisioningClient client) {
        return "\"" + client.organizationId() + " " + client.connectionId() + " " + client.credentialId() + " "
                + (client.tolerances().forgiven().isEmpty() ? "STRICT " : "COMPATIBLE ") + Scope.format(client.scopes())
                + "\"";
    }
}
