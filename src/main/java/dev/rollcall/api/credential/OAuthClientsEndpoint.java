package dev.rollcall.api.credential;

import dev.rollcall.api.body.JsonBodyReader;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.credential.CredentialRequests.Place;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.oauth.MadeClient;
import dev.rollcall.oauth.OAuthClients;
import dev.rollcall.oauth.TokenEndpoint;
import dev.rollcall.web.PublicUrl;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The OAuth clients of a connection.
@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/connections/{connectionId}/" + CredentialRequests.OAUTH_CLIENTS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth clients", description = "For identity providers that fetch their tokens")
class OAuthClientsEndpoint {
    private static final CredentialKind KIND = CredentialKind.OAUTH_CLIENT;

    private final OAuthClients clients;
    private final CredentialRequests requests;
    private final PublicUrl publicUrl;

    OAuthClientsEndpoint(OAuthClients clients, CredentialRequests requests, PublicUrl publicUrl) {
        this.clients = clients;
        this.requests = requests;
        this.publicUrl = publicUrl;
    }

    @GET
    @Operation(
            operationId = "listOAuthClients",
            summary = "All OAuth clients of the connection, in the order of their making")
    public Page<CredentialView> list(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @BeanParam PageParameters page) {
        return requests.list(requests.connection(organizationId, connectionId), KIND, page);
    }

    @POST
    @Operation(
            operationId = "addOAuthClient",
            summary = "Makes an OAuth client",
            description = "The answer is the only one that shows its secret. At most two are live at a time.")
    public RestResponse<MadeOAuthClient> add(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            NewCredentialBody body,
            @Context UriInfo request) {
        var connection = requests.openConnection(organizationId, connectionId);
        return made(clients.add(connection, body.name(), body.wantedScopes(), requests.lifetime(body)), request);
    }

    @GET
    @Path("/{clientId}")
    @Operation(operationId = "readOAuthClient", summary = "One of them")
    public RestResponse<CredentialView> read(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @PathParam("clientId") UUID clientId) {
        return requests.read(new Place(organizationId, connectionId, KIND, clientId));
    }

    @PATCH
    @Path("/{clientId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
    @Operation(operationId = "changeOAuthClient", summary = "Changes its name")
    public RestResponse<CredentialView> change(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @PathParam("clientId") UUID clientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            CredentialPatch body) {
        return requests.change(new Place(organizationId, connectionId, KIND, clientId), ifMatch, body);
    }

    @DELETE
    @Path("/{clientId}")
    @Operation(
            operationId = "revokeOAuthClient",
            summary = "Revokes it",
            description = "Every replica refuses it within two seconds. It stays in the list, as revoked.")
    public RestResponse<Void> revoke(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @PathParam("clientId") UUID clientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return requests.revoke(new Place(organizationId, connectionId, KIND, clientId), ifMatch);
    }

    @POST
    @Path("/{clientId}/rotate")
    @Operation(
            operationId = "rotateOAuthClient",
            summary = "Makes the next one in its place",
            description = "Of the same name, scopes and lifetime. The old one stays valid for the overlap.")
    public RestResponse<MadeOAuthClient> rotate(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @PathParam("clientId") UUID clientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            RotationBody body,
            @Context UriInfo request) {
        var place = new Place(organizationId, connectionId, KIND, clientId);
        return made(clients.rotate(organizationId, clientId, requests.rotation(place, ifMatch, body)), request);
    }

    private RestResponse<MadeOAuthClient> made(MadeClient made, UriInfo request) {
        var credential = made.credential();
        return requests.made(
                request,
                credential,
                new MadeOAuthClient(
                        credential.id().toString(),
                        made.secret(),
                        publicUrl.of(request) + TokenEndpoint.PATH,
                        requests.view(credential)));
    }
}
