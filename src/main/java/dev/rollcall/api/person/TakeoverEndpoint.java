package dev.rollcall.api.person;

import dev.rollcall.access.person.Takeover;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.OutsideTransaction;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/connections/{connectionId}/takeover")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
class TakeoverEndpoint {
    private final Takeover takeover;

    TakeoverEndpoint(Takeover takeover) {
        this.takeover = takeover;
    }

    @POST
    @OutsideTransaction
    @Operation(
            operationId = "takeOver",
            summary = "The identity provider of this connection takes over: users and groups stay, external ids go",
            description =
                    "Sent again for the same connection it finishes what was not finished, and does nothing else.")
    public RestResponse<TakeoverView> takeOver(
            @PathParam("organizationId") UUID organizationId, @PathParam("connectionId") UUID connectionId) {
        return RestResponse.ok(TakeoverView.of(takeover.takeOver(organizationId, connectionId)));
    }
}
