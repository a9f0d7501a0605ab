package dev.rollcall.api.mapping;

import dev.rollcall.access.group.GroupPosition;
import dev.rollcall.access.group.IdpGroup;
import dev.rollcall.access.group.IdpGroups;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.organization.Organizations;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "IdP groups", description = "The groups that identity providers have pushed, and what they give")
class GroupsEndpoint {
    private final IdpGroups groups;
    private final Organizations organizations;
    private final Pages pages;

    GroupsEndpoint(IdpGroups groups, Organizations organizations, Pages pages) {
        this.groups = groups;
        this.organizations = organizations;
        this.pages = pages;
    }

    @GET
    @Operation(operationId = "listGroups", summary = "The organization's groups, by name")
    public Page<GroupView> list(
            @PathParam("organizationId") UUID organizationId,
            @BeanParam GroupParameters parameters,
            @BeanParam PageParameters page) {
        var id = organizations.required(organizationId).id();
        var filter = parameters.filter();
        return pages.page(
                page,
                slice -> groups.page(id, filter, position(slice.after()), slice.limit()),
                GroupsEndpoint::position,
                GroupView::of);
    }

    @GET
    @Path("/{groupId}")
    @Operation(operationId = "readGroup", summary = "One group")
    public GroupView read(@PathParam("organizationId") UUID organizationId, @PathParam("groupId") UUID groupId) {
        return GroupView.of(groups.required(organizationId, groupId));
    }

    private static List<String> position(IdpGroup group) {
        var id = group.id().toString();
        return group.nameKey() == null ? List.of(id) : List.of(id, group.nameKey());
    }

    private static @Nullable GroupPosition position(List<String> after) {
        if (after.isEmpty()) {
            return null;
        }
        return new GroupPosition(after.size() == 1 ? null : after.get(1), UUID.fromString(after.getFirst()));
    }
}
