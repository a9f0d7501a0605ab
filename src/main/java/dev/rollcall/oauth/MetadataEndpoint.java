package dev.rollcall.oauth;

import dev.rollcall.connection.credential.Scope;
import dev.rollcall.web.PublicUrl;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What a client needs to know to get a token (RFC 8414).
@Path("/.well-known/oauth-authorization-server")
@Tag(name = "OAuth")
public class MetadataEndpoint {
    private final PublicUrl publicUrl;

    MetadataEndpoint(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How to get a token")
    public String metadata(@Context UriInfo uri) {
        var issuer = publicUrl.of(uri);
        return new JsonObject()
                .put("issuer", issuer)
                .put("token_endpoint", issuer + TokenEndpoint.PATH)
                .put("jwks_uri", issuer + "/.well-known/jwks.json")
                .put("grant_types_supported", JsonArray.of(TokenEndpoint.CLIENT_CREDENTIALS))
                .put("token_endpoint_auth_methods_supported", JsonArray.of("client_secret_basic", "client_secret_post"))
                // Required, and empty where there is no authorization endpoint.
                .put("response_types_supported", new JsonArray())
                .put(
                        "scopes_supported",
                        new JsonArray(
                                Arrays.stream(Scope.values()).map(Scope::text).toList()))
                .encode();
    }
}
