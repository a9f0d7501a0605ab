package dev.rollcall.api.audit;

import dev.rollcall.audit.AuditFilter;
import dev.rollcall.refusal.RefusedException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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
        var wrong = new ArrayList<RefusedException.Violation>();
        var filter = new AuditFilter(
                organizationId, time("from", from, wrong), time("until", until, wrong), author, action, subject);
        if (wrong.isEmpty()) {
            return filter;
        }
        throw RefusedException.invalid(wrong);
    }

    private static @Nullable Instant time(String name, @Nullable String given, List<RefusedException.Violation> wrong) {
        if (given == null) {
            return null;
        }
        try {
            // A plus sign that nobody has encoded arrives as a blank.
            return OffsetDateTime.parse(given.replace(' ', '+')).toInstant();
        } catch (DateTimeException _) {
            wrong.add(new RefusedException.Violation(name, "'" + name + "' is a time such as 2030-01-31T12:00:00Z."));
            return null;
        }
    }
}
