package dev.rollcall.api.member;

import dev.rollcall.access.member.MemberDirectory;
import dev.rollcall.access.member.Members;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.api.page.Stretch;
import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.RefusedException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members", description = "The people of an organization, what they may do in the product, and why")
class MembersEndpoint {
    private final Members members;
    private final MemberDirectory directory;
    private final Organizations organizations;
    private final Pages pages;

    MembersEndpoint(Members members, MemberDirectory directory, Organizations organizations, Pages pages) {
        this.members = members;
        this.directory = directory;
        this.organizations = organizations;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "listMembers",
            summary = "The organization's members, the newest first; or, with 'email', who may sign in with it")
    public Page<MemberView> list(
            @PathParam("organizationId") UUID organizationId,
            @BeanParam MemberParameters parameters,
            @BeanParam PageParameters page) {
        var id = organizations.required(organizationId).id();
        var filter = parameters.filter();
        var email = parameters.email();
        if (email != null) {
            return new Page<>(
                    members.holders(id, email).stream().map(MemberView::of).toList(), null);
        }
        return pages.stretch(
                page,
                slice -> {
                    var found = members.page(id, filter, slice.after(), slice.limit());
                    return new Stretch<>(found.members(), found.next());
                },
                MemberView::of);
    }

    @GET
    @Path("/{memberId}")
    @Operation(
            operationId = "readMember",
            summary = "One member: attributes, groups, grants with reasons, last changes")
    public MemberDetailsView read(
            @PathParam("organizationId") UUID organizationId, @PathParam("memberId") UUID memberId) {
        return directory
                .find(organizationId, memberId)
                .map(MemberDetailsView::of)
                .orElseThrow(() -> RefusedException.notFound("The organization has no member " + memberId + "."));
    }
}
