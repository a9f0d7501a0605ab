package dev.rollcall.api.connection;

import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.connection.Connections;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.web.PublicUrl;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/connections/{connectionId}/set-up")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
class SetUpEndpoint {
    /// Where SCIM is served.
    static final String SCIM = "/scim/v2";

    private static final String UNIQUE_IDENTIFIER = "userName";

    private final Connections connections;
    private final Credentials credentials;
    private final PublicUrl publicUrl;
    private final Clock clock;

    SetUpEndpoint(Connections connections, Credentials credentials, PublicUrl publicUrl, Clock clock) {
        this.connections = connections;
        this.credentials = credentials;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "readSetUp", summary = "What is entered into the identity provider")
    public SetUpView read(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @Context UriInfo request) {
        var connection = connections.required(organizationId, connectionId);
        var live = credentials.list(organizationId, connection.id(), CredentialKind.BEARER_TOKEN).stream()
                .filter(token -> token.isLive(clock.instant()))
                .map(SetUpView.LiveToken::of)
                .toList();
        return new SetUpView(UNIQUE_IDENTIFIER, publicUrl.of(request) + SCIM, live);
    }
}
