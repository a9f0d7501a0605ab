package dev.rollcall.api.credential;

import dev.rollcall.api.body.JsonBodyReader;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.credential.CredentialRequests.Place;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.token.IssuedToken;
import dev.rollcall.token.NewToken;
import dev.rollcall.token.TokenIssuer;
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

/// The bearer tokens of a connection.
@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/connections/{connectionId}/" + CredentialRequests.TOKENS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bearer tokens", description = "Pasted into an identity provider")
class TokensEndpoint {
    private static final CredentialKind KIND = CredentialKind.BEARER_TOKEN;

    private final TokenIssuer issuer;
    private final CredentialRequests requests;

    TokensEndpoint(TokenIssuer issuer, CredentialRequests requests) {
        this.issuer = issuer;
        this.requests = requests;
    }

    @GET
    @Operation(
            operationId = "listTokens",
            summary = "All bearer tokens of the connection, in the order of their making")
    public Page<CredentialView> list(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @BeanParam PageParameters page) {
        return requests.list(requests.connection(organizationId, connectionId), KIND, page);
    }

    @POST
    @Operation(
            operationId = "addToken",
            summary = "Makes a bearer token",
            description = "The answer is the only one that shows its secret. At most two are live at a time.")
    public RestResponse<MadeToken> add(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            NewCredentialBody body,
            @Context UriInfo request) {
        var connection = requests.openConnection(organizationId, connectionId);
        var wanted = new NewToken(body.name(), body.wantedScopes(), requests.lifetime(body), null);
        return made(issuer.issue(connection, wanted), request);
    }

    @GET
    @Path("/{tokenId}")
    @Operation(operationId = "readToken", summary = "One of them")
    public RestResponse<CredentialView> read(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @PathParam("tokenId") UUID tokenId) {
        return requests.read(new Place(organizationId, connectionId, KIND, tokenId));
    }

    @PATCH
    @Path("/{tokenId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
    @Operation(operationId = "changeToken", summary = "Changes its name")
    public RestResponse<CredentialView> change(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @PathParam("tokenId") UUID tokenId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            CredentialPatch body) {
        return requests.change(new Place(organizationId, connectionId, KIND, tokenId), ifMatch, body);
    }

    @DELETE
    @Path("/{tokenId}")
    @Operation(
            operationId = "revokeToken",
            summary = "Revokes it",
            description = "Every replica refuses it within two seconds. It stays in the list, as revoked.")
    public RestResponse<Void> revoke(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @PathParam("tokenId") UUID tokenId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return requests.revoke(new Place(organizationId, connectionId, KIND, tokenId), ifMatch);
    }

    @POST
    @Path("/{tokenId}/rotate")
    @Operation(
            operationId = "rotateToken",
            summary = "Makes the next one in its place",
            description = "Of the same name, scopes and lifetime. The old one stays valid for the overlap.")
    public RestResponse<MadeToken> rotate(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @PathParam("tokenId") UUID tokenId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            RotationBody body,
            @Context UriInfo request) {
        var place = new Place(organizationId, connectionId, KIND, tokenId);
        return made(issuer.rotate(organizationId, tokenId, requests.rotation(place, ifMatch, body)), request);
    }

    private RestResponse<MadeToken> made(IssuedToken issued, UriInfo request) {
        var credential = issued.credential();
        return requests.made(request, credential, new MadeToken(issued.token(), requests.view(credential)));
    }
}
