package dev.rollcall.api.mapping;

import dev.rollcall.access.mapping.MappingFilter;
import dev.rollcall.api.page.QueryValues;
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
        var values = new QueryValues();
        var filter = new MappingFilter(
                values.id("groupId", groupId), values.id("teamId", teamId), values.id("roleId", roleId));
        values.check();
        return filter;
    }
}
