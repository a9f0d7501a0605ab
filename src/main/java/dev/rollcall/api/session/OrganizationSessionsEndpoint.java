package dev.rollcall.api.session;

import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.organization.Organizations;
import dev.rollcall.security.session.Sessions;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Who else is in.
@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
class OrganizationSessionsEndpoint {
    private final Sessions sessions;
    private final Organizations organizations;
    private final Pages pages;
    private final Answers answers;

    OrganizationSessionsEndpoint(Sessions sessions, Organizations organizations, Pages pages, Answers answers) {
        this.sessions = sessions;
        this.organizations = organizations;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listSessions", summary = "The live sessions of the organization, the oldest first")
    public Page<SessionView> list(@PathParam("organizationId") UUID organizationId, @BeanParam PageParameters page) {
        var id = organizations.required(organizationId).id();
        return pages.page(
                page,
                slice -> sessions.page(id, slice.afterId(), slice.limit()),
                session -> List.of(session.id().toString()),
                SessionView::of);
    }

    @DELETE
    @Path("/{sessionId}")
    @Operation(operationId = "revokeSession", summary = "Ends a session: every replica refuses it within two seconds")
    public RestResponse<Void> end(
            @PathParam("organizationId") UUID organizationId, @PathParam("sessionId") UUID sessionId) {
        sessions.end(organizationId, sessionId);
        return answers.gone();
    }
}
