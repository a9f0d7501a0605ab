package dev.rollcall.scim.user;

import dev.rollcall.scim.endpoint.RequestParameters;
import dev.rollcall.scim.endpoint.ResourceRequests;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.BaseUri;
import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.CurrentClient;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/Me` (RFC 7644 §3.11): the user for whom the token stands, served here and under all the rules of
/// `/Users/{id}`. Every answer has that URI in `Location`.
@Path(ScimPaths.BASE + "/Me")
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
@Blocking
@Tag(name = "Me")
public class MeEndpoint {
    private final ResourceRequests requests;
    private final UserStore users;
    private final CurrentClient clients;
    private final BaseUri baseUri;

    MeEndpoint(ResourceRequests requests, UserStore users, CurrentClient clients, BaseUri baseUri) {
        this.requests = requests;
        this.users = users;
        this.clients = clients;
        this.baseUri = baseUri;
    }

    @GET
    @Operation(summary = "Read the user for whom the token stands")
    public Response read(@BeanParam RequestParameters parameters) {
        var me = me();
        return located(requests.read(parameters.to(users), me), parameters, me);
    }

    @PUT
    @Operation(summary = "Replace the user for whom the token stands")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, description = RequestParameters.PREFER)
    public Response replace(@BeanParam RequestParameters parameters, ScimValue.@Nullable Complex body) {
        var me = me();
        return located(requests.replace(parameters.to(users), me, body), parameters, me);
    }

    @PATCH
    @Operation(summary = "Modify the user for whom the token stands")
    @Parameter(name = "Prefer", in = ParameterIn.HEADER, description = RequestParameters.PREFER)
    public Response patch(@BeanParam RequestParameters parameters, ScimValue.@Nullable Complex body) {
        var me = me();
        return located(requests.patch(parameters.to(users), me, body), parameters, me);
    }

    @DELETE
    @Operation(summary = "Delete the user for whom the token stands")
    public Response delete(@BeanParam RequestParameters parameters) {
        var me = me();
        return located(requests.delete(parameters.to(users), me), parameters, me);
    }

    private String me() {
        UUID user = clients.required().userId();
        if (user == null) {
            throw ScimException.status(
                    501, "/Me needs a token that stands for a user, and this one stands for a provisioning client");
        }
        return user.toString();
    }

    private Response located(Response answer, RequestParameters parameters, String id) {
        var location = URI.create(baseUri.of(parameters.uri) + users.type().endpoint() + "/" + id);
        return Response.fromResponse(answer).location(location).build();
    }
}
