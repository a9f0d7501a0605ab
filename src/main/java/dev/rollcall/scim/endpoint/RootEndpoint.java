package dev.rollcall.scim.endpoint;

import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.protocol.SearchParameters;
import dev.rollcall.scim.resource.ResourceStores;
import dev.rollcall.scim.schema.ScimValue;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The base URI: queries over all resource types (RFC 7644 §3.4.2.1 and §3.4.3).
@Path(ScimPaths.BASE)
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
@Blocking
@Tag(name = "All types")
public class RootEndpoint {
    private final ResourceRequests requests;
    private final ResourceStores stores;

    RootEndpoint(ResourceRequests requests, ResourceStores stores) {
        this.requests = requests;
        this.stores = stores;
    }

    @GET
    @Operation(summary = "List or find resources of all types")
    public Response search(@BeanParam SearchParameters search, @BeanParam RequestParameters parameters) {
        return requests.search(stores, parameters, search);
    }

    @POST
    @Path("/.search")
    @Operation(summary = "List or find resources of all types, with the query in the body")
    public Response search(@BeanParam RequestParameters parameters, ScimValue.@Nullable Complex body) {
        return requests.search(stores, parameters, body);
    }
}
