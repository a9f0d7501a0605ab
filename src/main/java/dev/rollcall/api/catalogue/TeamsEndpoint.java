package dev.rollcall.api.catalogue;

import dev.rollcall.access.catalogue.Team;
import dev.rollcall.access.catalogue.Teams;
import dev.rollcall.api.body.JsonBodyReader;
import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.Versions;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.organization.Organizations;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
@Path("/api/v1/organizations/{organizationId}/teams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams", description = "The parts of an organization in which members have roles")
class TeamsEndpoint {
    private final Teams teams;
    private final Organizations organizations;
    private final Pages pages;
    private final Answers answers;

    TeamsEndpoint(Teams teams, Organizations organizations, Pages pages, Answers answers) {
        this.teams = teams;
        this.organizations = organizations;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listTeams", summary = "The organization's teams, by name")
    public Page<TeamView> list(@PathParam("organizationId") UUID organizationId, @BeanParam PageParameters page) {
        var id = organizations.required(organizationId).id();
        return pages.page(
                page,
                slice -> teams.page(id, slice.afterText(), slice.limit()),
                team -> List.of(team.name()),
                TeamView::of);
    }

    @POST
    @Operation(operationId = "addTeam", summary = "Adds a team")
    public RestResponse<TeamView> add(
            @PathParam("organizationId") UUID organizationId, NewTeam body, @Context UriInfo request) {
        var added = teams.add(organizationId, body.name());
        return answers.made(request, added.id(), TeamView.of(added), added.version());
    }

    @GET
    @Path("/{teamId}")
    @Operation(operationId = "readTeam", summary = "One team")
    public RestResponse<TeamView> read(
            @PathParam("organizationId") UUID organizationId, @PathParam("teamId") UUID teamId) {
        return found(teams.required(organizationId, teamId));
    }

    @PATCH
    @Path("/{teamId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
    @Operation(operationId = "changeTeam", summary = "Renames a team")
    public RestResponse<TeamView> change(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("teamId") UUID teamId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            TeamPatch body) {
        var condition = Versions.condition(ifMatch);
        return found(teams.change(organizationId, teamId, condition, body.name()));
    }

    @DELETE
    @Path("/{teamId}")
    @Operation(operationId = "removeTeam", summary = "Removes a team that is not in use")
    public RestResponse<Void> remove(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("teamId") UUID teamId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        teams.remove(organizationId, teamId, Versions.condition(ifMatch));
        return answers.gone();
    }

    private RestResponse<TeamView> found(Team team) {
        return answers.of(TeamView.of(team), team.version());
    }
}
