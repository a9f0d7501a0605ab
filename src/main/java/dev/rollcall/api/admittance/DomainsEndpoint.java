package dev.rollcall.api.admittance;

import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.OutsideTransaction;
import dev.rollcall.api.change.Versions;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.domain.Domain;
import dev.rollcall.organization.domain.DomainChecks;
import dev.rollcall.organization.domain.Domains;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.CurrentCaller;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/domains")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Domains", description = "The domains of an organization, each proved by a TXT record or by an operator")
class DomainsEndpoint {
    private final Domains domains;
    private final DomainChecks checks;
    private final Organizations organizations;
    private final CurrentCaller caller;
    private final Pages pages;
    private final Answers answers;

    DomainsEndpoint(
            Domains domains,
            DomainChecks checks,
            Organizations organizations,
            CurrentCaller caller,
            Pages pages,
            Answers answers) {
        this.domains = domains;
        this.checks = checks;
        this.organizations = organizations;
        this.caller = caller;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listDomains", summary = "The organization's domains, by name")
    public Page<DomainView> list(@PathParam("organizationId") UUID organizationId, @BeanParam PageParameters page) {
        var id = organizations.required(organizationId).id();
        return pages.page(
                page,
                slice -> domains.page(id, slice.afterText(), slice.limit()),
                domain -> List.of(domain.name()),
                DomainView::of);
    }

    @POST
    @Operation(
            operationId = "claimDomain",
            summary = "Begins the claim of a domain, which waits for its TXT record; an operator may vouch for it")
    public RestResponse<DomainView> claim(
            @PathParam("organizationId") UUID organizationId, NewDomain body, @Context UriInfo request) {
        var isVouched = Boolean.TRUE.equals(body.vouched());
        if (isVouched) {
            caller.requireOperator("Only the back end of the product vouches for a domain. Leave 'vouched' out, and set"
                    + " the TXT record.");
        }
        var claimed =
                isVouched ? domains.vouch(organizationId, body.name()) : domains.claim(organizationId, body.name());
        return answers.made(request, claimed.id(), DomainView.of(claimed), claimed.version());
    }

    @GET
    @Path("/{domainId}")
    @Operation(operationId = "readDomain", summary = "One domain")
    public RestResponse<DomainView> read(
            @PathParam("organizationId") UUID organizationId, @PathParam("domainId") UUID domainId) {
        return domains.find(organizationId, domainId)
                .map(this::found)
                .orElseThrow(() -> RefusedException.notFound("The organization has no domain " + domainId + "."));
    }

    @POST
    @Path("/{domainId}/check")
    @OutsideTransaction
    @Operation(
            operationId = "checkDomain",
            summary = "Looks the TXT record up now: the domain is claimed, or says what was found instead")
    public RestResponse<DomainView> check(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("domainId") UUID domainId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return found(checks.check(organizationId, domainId, Versions.condition(ifMatch)));
    }

    @DELETE
    @Path("/{domainId}")
    @Operation(
            operationId = "releaseDomain",
            summary = "Gives the domain up, so that another organization can claim it")
    public RestResponse<Void> release(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("domainId") UUID domainId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        domains.release(organizationId, domainId, Versions.condition(ifMatch));
        return answers.gone();
    }

    private RestResponse<DomainView> found(Domain domain) {
        return answers.of(DomainView.of(domain), domain.version());
    }
}
