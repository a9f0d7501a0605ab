package dev.rollcall.scim.configured;

import dev.rollcall.scim.endpoint.RequestParameters;
import dev.rollcall.scim.endpoint.ResourceRequests;
import dev.rollcall.scim.endpoint.ResourceRequests.Request;
import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.protocol.SearchParameters;
import dev.rollcall.scim.resource.ResourceStores;
import dev.rollcall.scim.schema.ScimValue;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// The endpoints of all configured types (RFC 7644 §3.2); {@link ConfiguredPaths} leads here. They are not in
/// the OpenAPI document, which is made when the service is built: `/ResourceTypes` and `/Schemas` tell them.
@Path(ScimPaths.CONFIGURED + "/{endpoint}")
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
@Blocking
public class ConfiguredEndpoint {
    private final ResourceRequests requests;
    private final ResourceStores stores;

    ConfiguredEndpoint(ResourceRequests requests, ResourceStores stores) {
        this.requests = requests;
        this.stores = stores;
    }

    @POST
    @Operation(hidden = true)
    public Response create(
            @PathParam("endpoint") String endpoint,
            @BeanParam RequestParameters parameters,
            ScimValue.@Nullable Complex body) {
        return requests.create(to(endpoint, parameters), body);
    }

    @GET
    @Operation(hidden = true)
    public Response search(
            @PathParam("endpoint") String endpoint,
            @BeanParam SearchParameters search,
            @BeanParam RequestParameters parameters) {
        return requests.search(to(endpoint, parameters), search);
    }

    @POST
    @Path("/.search")
    @Operation(hidden = true)
    public Response search(
            @PathParam("endpoint") String endpoint,
            @BeanParam RequestParameters parameters,
            ScimValue.@Nullable Complex body) {
        return requests.search(to(endpoint, parameters), body);
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Response read(
            @PathParam("endpoint") String endpoint,
            @PathParam("id") String id,
            @BeanParam RequestParameters parameters) {
        return requests.read(to(endpoint, parameters), id);
    }

    @PUT
    @Path("/{id}")
    @Operation(hidden = true)
    public Response replace(
            @PathParam("endpoint") String endpoint,
            @PathParam("id") String id,
            @BeanParam RequestParameters parameters,
            ScimValue.@Nullable Complex body) {
        return requests.replace(to(endpoint, parameters), id, body);
    }

    @PATCH
    @Path("/{id}")
    @Operation(hidden = true)
    public Response patch(
            @PathParam("endpoint") String endpoint,
            @PathParam("id") String id,
            @BeanParam RequestParameters parameters,
            ScimValue.@Nullable Complex body) {
        return requests.patch(to(endpoint, parameters), id, body);
    }

    @DELETE
    @Path("/{id}")
    @Operation(hidden = true)
    public Response delete(
            @PathParam("endpoint") String endpoint,
            @PathParam("id") String id,
            @BeanParam RequestParameters parameters) {
        return requests.delete(to(endpoint, parameters), id);
    }

    private Request to(String endpoint, RequestParameters parameters) {
        return stores.at("/" + endpoint).map(parameters::to).orElseThrow(NotFoundException::new);
    }
}
