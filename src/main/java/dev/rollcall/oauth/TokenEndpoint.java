package dev.rollcall.oauth;

import dev.rollcall.connection.credential.CredentialUse;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.token.AccessToken;
import dev.rollcall.web.Origin;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Gives access tokens to OAuth clients (RFC 6749 §4.4).
@Path(TokenEndpoint.PATH)
@Tag(name = "OAuth")
public class TokenEndpoint {
    /// Its path.
    public static final String PATH = "/oauth2/token";
    static final String CLIENT_CREDENTIALS = "client_credentials";

    private static final int MOST_BYTES = 8 * 1024;
    private static final Set<String> NEVER_IN_QUERY =
            Set.of("client_id", "client_secret", "client_assertion", "grant_type", "scope");

    private final Grants grants;

    TokenEndpoint(Grants grants) {
        this.grants = grants;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary = "A token for an OAuth client",
            description =
                    "The body is a form with grant_type=client_credentials and, if it shall be less than the client"
                            + " may have, a scope. The client authenticates by Basic or by client_id and client_secret in the"
                            + " form.")
    public Response token(InputStream body, @Context ContainerRequestContext request) throws IOException {
        requireForm(request);
        var form = Form.parse(text(body));
        var proof = ClientProof.of(request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of()), form);
        var origin = Origin.of(request);
        return answer(grants.grant(proof, form, new CredentialUse(origin.address(), origin.product())));
    }

    private static void requireForm(ContainerRequestContext request) {
        var type = request.getMediaType();
        if (type == null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
            throw OAuthException.invalidRequest(
                    "Send the parameters as a form: " + MediaType.APPLICATION_FORM_URLENCODED + ".");
        }
        var query = request.getUriInfo().getQueryParameters().keySet();
        if (query.stream().anyMatch(NEVER_IN_QUERY::contains)) {
            throw OAuthException.invalidRequest(
                    "Send the parameters in the body, not in the URL, which others can read. A secret that was in a URL"
                            + " is to be replaced.");
        }
    }

    private static String text(InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw OAuthException.invalidRequest("The body is too large: it has at most " + MOST_BYTES + " bytes.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Response answer(AccessToken token) {
        return NotStored.on(Response.ok(new JsonObject()
                        .put("access_token", token.token())
                        .put("token_type", "Bearer")
                        .put("expires_in", token.lifetime().toSeconds())
                        .put("scope", Scope.format(token.scopes()))
                        .encode()))
                .build();
    }
}
