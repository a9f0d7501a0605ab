package dev.rollcall.api.mapping;

import dev.rollcall.access.mapping.MappingFilter;
import dev.rollcall.api.catalogue.QueryIds;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which mappings are asked for.
public record MappingParameters(
        @Parameter(description = "Those of this group") @QueryParam("groupId") @Nullable
        String groupId,

        @Parameter(description = "Those in this team") @QueryParam("teamId") @Nullable
        String teamId,

        @Parameter(description = "Those to this role") @QueryParam("roleId") @Nullable
        String roleId) {

    MappingFilter filter() {
        var ids = new QueryIds();
        var filter =
                new MappingFilter(ids.read("groupId", groupId), ids.read("teamId", teamId), ids.read("roleId", roleId));
        ids.requireAllRead();
        return filter;
    }
}
