package dev.rollcall.api.person;

import dev.rollcall.access.person.Invitation;
import dev.rollcall.access.person.Invitations;
import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.Versions;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.organization.Organizations;
import dev.rollcall.security.ForOperators;
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
@Path("/api/v1/organizations/{organizationId}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations", description = "People who are invited and have not come yet")
class InvitationsEndpoint {
    private final Invitations invitations;
    private final Organizations organizations;
    private final Pages pages;
    private final Answers answers;

    InvitationsEndpoint(Invitations invitations, Organizations organizations, Pages pages, Answers answers) {
        this.invitations = invitations;
        this.organizations = organizations;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listInvitations", summary = "Who is invited and has not come yet, the oldest first")
    public Page<InvitationView> list(@PathParam("organizationId") UUID organizationId, @BeanParam PageParameters page) {
        var id = organizations.required(organizationId).id();
        return pages.page(
                page,
                slice -> invitations.page(id, slice.afterId(), slice.limit()),
                invitation -> List.of(invitation.person().id().toString()),
                InvitationView::of);
    }

    @POST
    @Operation(
            operationId = "invite",
            summary = "Invites somebody, with what they may do from the first day on",
            description = "Rollcall sends no mail. Whoever is created by an identity provider with this address takes"
                    + " the id and the grants over.")
    public RestResponse<InvitationView> invite(
            @PathParam("organizationId") UUID organizationId, NewInvitationBody body, @Context UriInfo request) {
        var made = invitations.invite(organizationId, body.invitation());
        return answers.made(
                request,
                made.person().id(),
                InvitationView.of(made),
                made.person().version());
    }

    @GET
    @Path("/{invitationId}")
    @Operation(operationId = "readInvitation", summary = "One invitation")
    public RestResponse<InvitationView> read(
            @PathParam("organizationId") UUID organizationId, @PathParam("invitationId") UUID invitationId) {
        return invitations
                .find(organizationId, invitationId)
                .map(this::found)
                .orElseThrow(() -> Invitations.missing(invitationId));
    }

    private RestResponse<InvitationView> found(Invitation invitation) {
        return answers.of(InvitationView.of(invitation), invitation.person().version());
    }

    @POST
    @Path("/{invitationId}/acceptance")
    @ForOperators
    @Operation(
            operationId = "acceptInvitation",
            summary = "Notes that the person has come, and is an active member from now on")
    public RestResponse<PersonView> accept(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("invitationId") UUID invitationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var person = invitations.accept(organizationId, invitationId, Versions.condition(ifMatch));
        return answers.of(PersonView.of(person), person.version());
    }

    @DELETE
    @Path("/{invitationId}")
    @Operation(operationId = "withdrawInvitation", summary = "Withdraws the invitation, and the grants that wait")
    public RestResponse<Void> withdraw(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("invitationId") UUID invitationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        invitations.withdraw(organizationId, invitationId, Versions.condition(ifMatch));
        return answers.gone();
    }
}
