package dev.rollcall.api.grant;

import dev.rollcall.access.grant.HandGrantFilter;
import dev.rollcall.api.page.QueryValues;
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
        var values = new QueryValues();
        var filter = new HandGrantFilter(null, values.id("teamId", teamId), values.id("roleId", roleId));
        values.check();
        return filter;
    }
}
