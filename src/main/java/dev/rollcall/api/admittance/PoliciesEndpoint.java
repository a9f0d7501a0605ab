package dev.rollcall.api.admittance;

import dev.rollcall.access.seat.Seats;
import dev.rollcall.api.body.JsonBodyReader;
import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.Versions;
import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.Policies;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
@Path("/api/v1/organizations/{organizationId}/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "What an organization lets in, and what becomes of its members")
class PoliciesEndpoint {
    private final OrganizationPolicies policies;
    private final Seats seats;
    private final CurrentCaller caller;
    private final Answers answers;

    PoliciesEndpoint(OrganizationPolicies policies, Seats seats, CurrentCaller caller, Answers answers) {
        this.policies = policies;
        this.seats = seats;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "readPolicies", summary = "The organization's policies")
    public RestResponse<PoliciesView> read(@PathParam("organizationId") UUID organizationId) {
        return policies.find(organizationId)
                .map(this::found)
                .orElseThrow(() -> RefusedException.notFound("There is no organization " + organizationId + "."));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
    @Operation(operationId = "changePolicies", summary = "Changes some of them")
    public RestResponse<PoliciesView> change(
            @PathParam("organizationId") UUID organizationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PoliciesPatch body) {
        if (body.provisioningWithoutSso() != null) {
            caller.requireOperator("Only the back end of the product lets an organization provision without single"
                    + " sign-on and a claimed domain. Set both up, or ask its support.");
        }
        if (body.seatLimit() != null) {
            caller.requireOperator(
                    "Only the back end of the product says how many seats an organization has. Ask its" + " support.");
        }
        return found(policies.change(organizationId, body.change(), Versions.condition(ifMatch)));
    }

    private RestResponse<PoliciesView> found(Policies changed) {
        return answers.of(PoliciesView.of(changed, seats.taken(changed.organizationId())), changed.version());
    }
}
