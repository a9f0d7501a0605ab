package dev.rollcall.api.activity;

import dev.rollcall.activity.health.ConnectionHealth;
import dev.rollcall.activity.run.Runs;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.connection.Connections;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/connections/{connectionId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Activity")
class ConnectionActivityEndpoint {
    private final Connections connections;
    private final ConnectionHealth health;
    private final Runs runs;
    private final Pages pages;

    ConnectionActivityEndpoint(Connections connections, ConnectionHealth health, Runs runs, Pages pages) {
        this.connections = connections;
        this.health = health;
        this.runs = runs;
        this.pages = pages;
    }

    @GET
    @Path("/health")
    @Operation(
            operationId = "readConnectionHealth",
            summary = "How a connection does, and what is wrong with its set-up")
    public HealthView health(
            @PathParam("organizationId") UUID organizationId, @PathParam("connectionId") UUID connectionId) {
        return HealthView.of(health.of(
                organizationId,
                connections.required(organizationId, connectionId).id()));
    }

    @GET
    @Path("/runs")
    @Operation(operationId = "listSyncRuns", summary = "The runs of a connection, the latest first, each with its sums")
    public Page<RunView> runs(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("connectionId") UUID connectionId,
            @BeanParam PageParameters page) {
        var id = connections.required(organizationId, connectionId).id();
        return pages.page(
                page,
                slice -> runs.page(
                        organizationId,
                        id,
                        slice.after().isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(slice.afterText())),
                        slice.limit()),
                run -> List.of(Long.toString(run.began().toEpochMilli())),
                RunView::of);
    }
}
