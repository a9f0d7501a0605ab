package dev.rollcall.api.grant;

import dev.rollcall.access.grant.HandGrantFilter;
import dev.rollcall.access.grant.HandGrants;
import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.Versions;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/members/{memberId}/grants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Grants by hand", description = "Roles that somebody has given to members by hand")
class MemberGrantsEndpoint {
    private final HandGrants grants;
    private final GrantPages pages;
    private final Answers answers;

    MemberGrantsEndpoint(HandGrants grants, GrantPages pages, Answers answers) {
        this.grants = grants;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listMemberGrants", summary = "What the member was given by hand")
    public Page<GrantView> list(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("memberId") UUID memberId,
            @BeanParam PageParameters page) {
        var member = grants.member(organizationId, memberId);
        return pages.page(organizationId, HandGrantFilter.of(member.id()), page);
    }

    @POST
    @Operation(operationId = "addMemberGrant", summary = "Gives the member a role by hand, which no sync takes away")
    public RestResponse<GrantView> add(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("memberId") UUID memberId,
            NewGrant body,
            @Context UriInfo request) {
        var given = grants.give(organizationId, memberId, body.teamId(), body.roleId());
        return answers.made(request, given.id(), GrantView.of(given), HandGrants.VERSION);
    }

    @DELETE
    @Path("/{grantId}")
    @Operation(
            operationId = "removeMemberGrant",
            summary = "Takes it from the member, who keeps what comes from groups and defaults")
    public RestResponse<Void> remove(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("memberId") UUID memberId,
            @PathParam("grantId") UUID grantId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        grants.take(organizationId, memberId, grantId, Versions.condition(ifMatch));
        return answers.gone();
    }
}
