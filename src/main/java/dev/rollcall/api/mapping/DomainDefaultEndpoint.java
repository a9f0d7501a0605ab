package dev.rollcall.api.mapping;

import dev.rollcall.access.mapping.DefaultGrant;
import dev.rollcall.access.mapping.Defaults;
import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.Versions;
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
@Path("/api/v1/organizations/{organizationId}/domains/{domainId}/default")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Defaults", description = "What those members get whom no other grant gives a team")
class DomainDefaultEndpoint {
    private final Defaults defaults;
    private final Answers answers;

    DomainDefaultEndpoint(Defaults defaults, Answers answers) {
        this.defaults = defaults;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "readDomainDefault", summary = "The default of the domain; 404 where there is none")
    public RestResponse<DefaultView> read(
            @PathParam("organizationId") UUID organizationId, @PathParam("domainId") UUID domainId) {
        return found(defaults.required(organizationId, domainId));
    }

    @PUT
    @Operation(
            operationId = "setDomainDefault",
            summary = "Sets the default of a claimed domain, for those whose account e-mail is in it")
    public RestResponse<DefaultView> set(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("domainId") UUID domainId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            DefaultBody body) {
        var condition = Versions.condition(ifMatch);
        return found(defaults.set(organizationId, domainId, body.teamId(), body.roleId(), condition));
    }

    @DELETE
    @Operation(operationId = "removeDomainDefault", summary = "Removes the default of the domain")
    public RestResponse<Void> remove(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("domainId") UUID domainId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        defaults.remove(organizationId, domainId, Versions.condition(ifMatch));
        return answers.gone();
    }

    private RestResponse<DefaultView> found(DefaultGrant grant) {
        return answers.of(DefaultView.of(grant), grant.version());
    }
}
