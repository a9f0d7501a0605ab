package dev.rollcall.api.grant;

import dev.rollcall.access.grant.HandGrantFilter;
import dev.rollcall.api.catalogue.QueryIds;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which grants by hand are asked for.
public record GrantParameters(
        @Parameter(description = "Those in this team") @QueryParam("teamId") @Nullable
        String teamId,

        @Parameter(description = "Those of this role") @QueryParam("roleId") @Nullable
        String roleId) {

    HandGrantFilter filter() {
        var ids = new QueryIds();
        var filter = new HandGrantFilter(null, ids.read("teamId", teamId), ids.read("roleId", roleId));
        ids.requireAllRead();
        return filter;
    }
}
