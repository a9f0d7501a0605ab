package dev.rollcall.api.connection;

import dev.rollcall.activity.health.ConnectionHealth;
import dev.rollcall.activity.health.ConnectionHealth.Last;
import dev.rollcall.api.body.JsonBodyReader;
import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.Versions;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.connection.Connection;
import dev.rollcall.connection.Connections;
import dev.rollcall.organization.Organizations;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
@Path("/api/v1/organizations/{organizationId}/connections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections", description = "The identity providers of an organization")
class ConnectionsEndpoint {
    private final Connections connections;
    private final Organizations organizations;
    private final ConnectionHealth health;
    private final Pages pages;
    private final Answers answers;

    ConnectionsEndpoint(
            Connections connections,
            Organizations organizations,
            ConnectionHealth health,
            Pages pages,
            Answers answers) {
        this.connections = connections;
        this.organizations = organizations;
        this.health = health;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listConnections", summary = "The connections of the organization, by name")
    public Page<ConnectionView> list(@PathParam("organizationId") UUID organizationId, @BeanParam PageParameters page) {
        var id = organizations.required(organizationId).id();
        return pages.page(
                page,
                slice -> heard(id, connections.page(id, slice.afterText(), slice.limit())),
                heard -> List.of(heard.connection().name()),
                heard -> ConnectionView.of(heard.connection(), heard.last()));
    }

    @POST
    @Operation(operationId = "addConnection", summary = "Adds a connection, which is on from now")
    public RestResponse<ConnectionView> add(
            @PathParam("organizationId") UUID organizationId, NewConnection body, @Context UriInfo request) {
        var added = connections.add(organizationId, body.name(), body.identityProvider(), body.modeOrDefault());
        return answers.made(request, added.id(), ConnectionView.of(added, Last.NEVER), added.version());
    }

    @GET
    @Path("/{connectionId}")
    @Operation(operationId = "readConnection", summary = "One connection")
    public RestResponse<ConnectionView> read(
            @PathParam("organizationId") UUID organizationId, @PathParam("connectionId") UUID connectionId) {
        return found(connections.required(organizationId, connectionId));
    }

    @PATCH
    @Path("/{connectionId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
    @Operation(
            operationId = "changeConnection",
            summary = "Changes a connection: its requests see it within two seconds",
            description =
                    "`paused` refuses its requests for a while, `off` until it is turned on; its credentials stay")
    public RestResponse<ConnectionView> change(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ConnectionPatch body) {
        return found(connections.change(organizationId, connectionId, Versions.condition(ifMatch), body.change()));
    }

    private RestResponse<ConnectionView> found(Connection connection) {
        var heard = heard(connection.organizationId(), List.of(connection)).getFirst();
        return answers.of(ConnectionView.of(connection, heard.last()), connection.version());
    }

    private record Heard(Connection connection, Last last) {}

    private List<Heard> heard(UUID organizationId, List<Connection> page) {
        var last = health.last(organizationId, page.stream().map(Connection::id).toList());
        return page.stream()
                .map(connection -> new Heard(connection, last.getOrDefault(connection.id(), Last.NEVER)))
                .toList();
    }
}
