package dev.rollcall.api.session;

import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.security.CurrentCaller;
import dev.rollcall.security.ForAnyCaller;
import dev.rollcall.security.Proof;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@ApiEndpoint
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "Who is in, and how somebody gets in")
class MeEndpoint {
    private final CurrentCaller caller;

    MeEndpoint(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    @ForAnyCaller
    @Operation(operationId = "readMe", summary = "Who calls, and what that allows")
    public MeView read() {
        return MeView.of(
                caller.required(), caller.proof().map(Proof.Proved::ends).orElse(null));
    }
}
