package dev.rollcall.api.session;

import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.organization.Organizations;
import dev.rollcall.security.ForOperators;
import dev.rollcall.security.link.SetUpLinks;
import dev.rollcall.security.session.Person;
import dev.rollcall.web.PublicUrl;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/set-up-links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Set-up links", description = "How the product lets an org admin in")
class SetUpLinksEndpoint {
    private final SetUpLinks links;
    private final Organizations organizations;
    private final PublicUrl publicUrl;
    private final Pages pages;
    private final Answers answers;

    SetUpLinksEndpoint(
            SetUpLinks links, Organizations organizations, PublicUrl publicUrl, Pages pages, Answers answers) {
        this.links = links;
        this.organizations = organizations;
        this.publicUrl = publicUrl;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @ForOperators
    @Operation(operationId = "listSetUpLinks", summary = "The set-up links of the last days, the newest first")
    public Page<SetUpLinkView> list(@PathParam("organizationId") UUID organizationId, @BeanParam PageParameters page) {
        var id = organizations.required(organizationId).id();
        return pages.page(
                page,
                slice -> links.page(id, slice.afterId(), slice.limit()),
                link -> List.of(link.id().toString()),
                SetUpLinkView::of);
    }

    @POST
    @ForOperators
    @Operation(
            operationId = "makeSetUpLink",
            summary = "Makes a set-up link for an org admin, or for somebody who may only look",
            description = "The answer is the only one that shows its URL. It can be used once, and soon.")
    public RestResponse<SetUpLinkView> make(
            @PathParam("organizationId") UUID organizationId, NewSetUpLinkBody body, @Context UriInfo request) {
        var made = links.make(organizationId, Person.of(body.email(), body.name()), body.readsOnly());
        var url = publicUrl.of(request);
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, SetUpLinkView.of(made.link(), made.url(url)))
                .header(
                        HttpHeaders.LOCATION,
                        url + request.getPath() + "/" + made.link().id())
                .build();
    }

    @GET
    @Path("/{linkId}")
    @ForOperators
    @Operation(operationId = "readSetUpLink", summary = "One set-up link, without its URL")
    public SetUpLinkView read(@PathParam("organizationId") UUID organizationId, @PathParam("linkId") UUID linkId) {
        return SetUpLinkView.of(links.required(organizationId, linkId));
    }

    @DELETE
    @Path("/{linkId}")
    @ForOperators
    @Operation(operationId = "withdrawSetUpLink", summary = "Withdraws a set-up link, so that nobody can use it")
    public RestResponse<Void> withdraw(
            @PathParam("organizationId") UUID organizationId, @PathParam("linkId") UUID linkId) {
        links.withdraw(organizationId, linkId);
        return answers.gone();
    }
}
