package dev.rollcall.api.admittance;

import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.Versions;
import dev.rollcall.organization.SingleSignOn;
import dev.rollcall.organization.SingleSignOns;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.ForOperators;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/sso")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Single sign-on", description = "What the product has set up, which comes before provisioning")
class SingleSignOnEndpoint {
    private final SingleSignOns singleSignOns;
    private final Answers answers;

    SingleSignOnEndpoint(SingleSignOns singleSignOns, Answers answers) {
        this.singleSignOns = singleSignOns;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "readSingleSignOn", summary = "The organization's single sign-on; 404 where there is none")
    public RestResponse<SingleSignOnView> read(@PathParam("organizationId") UUID organizationId) {
        return singleSignOns
                .find(organizationId)
                .map(this::found)
                .orElseThrow(() -> RefusedException.notFound("The organization has no single sign-on."));
    }

    @PUT
    @ForOperators
    @Operation(operationId = "noteSingleSignOn", summary = "Notes what the product has set up")
    public RestResponse<SingleSignOnView> note(
            @PathParam("organizationId") UUID organizationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            SingleSignOnBody body) {
        return found(singleSignOns.note(organizationId, body.name(), body.state(), Versions.condition(ifMatch)));
    }

    @DELETE
    @ForOperators
    @Operation(operationId = "removeSingleSignOn", summary = "Notes that there is none any more")
    public RestResponse<Void> remove(
            @PathParam("organizationId") UUID organizationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        singleSignOns.remove(organizationId, Versions.condition(ifMatch));
        return answers.gone();
    }

    private RestResponse<SingleSignOnView> found(SingleSignOn noted) {
        return answers.of(SingleSignOnView.of(noted), noted.version());
    }
}
