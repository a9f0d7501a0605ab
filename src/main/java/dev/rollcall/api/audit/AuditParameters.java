package dev.rollcall.api.audit;

import dev.rollcall.api.page.QueryValues;
import dev.rollcall.audit.AuditFilter;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which entries are asked for.
public record AuditParameters(
        @Parameter(description = "The earliest time, as `2030-01-31T12:00:00Z`") @QueryParam("from") @Nullable
        String from,

        @Parameter(description = "The first time that is too late") @QueryParam("until") @Nullable
        String until,

        @Parameter(description = "The name of the author: an e-mail, or the name of a token")
        @QueryParam("author")
        @Nullable
        String author,

        @Parameter(description = "What was done, as `connection.paused`") @QueryParam("action") @Nullable
        String action,

        @Parameter(description = "The id of what was changed") @QueryParam("subject") @Nullable
        String subject) {

    AuditFilter filter(@Nullable UUID organizationId) {
        var values = new QueryValues();
        var filter = new AuditFilter(
                organizationId, values.time("from", from), values.time("until", until), author, action, subject);
        values.check();
        return filter;
    }
}
