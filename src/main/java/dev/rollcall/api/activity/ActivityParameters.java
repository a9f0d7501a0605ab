package dev.rollcall.api.activity;

import dev.rollcall.activity.Result;
import dev.rollcall.activity.log.LogFilter;
import dev.rollcall.api.page.QueryValues;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which calls are asked for.
public record ActivityParameters(
        @Parameter(description = "The earliest time, as `2030-01-31T12:00:00Z`") @QueryParam("since") @Nullable
        String since,

        @Parameter(description = "The first time that is too late") @QueryParam("until") @Nullable
        String until,

        @Parameter(
                description = "`created`, `updated`, `unchanged`, `disabled`, `enabled`, `deleted`, `refused`; several"
                        + " with commas")
        @QueryParam("result")
        @Nullable
        String result,

        @Parameter(description = "The id of a member: the timeline of one person") @QueryParam("memberId") @Nullable
        String memberId,

        @Parameter(description = "The id of a user, a group or another resource") @QueryParam("resourceId") @Nullable
        String resourceId,

        @QueryParam("connectionId") @Nullable String connectionId,
        @QueryParam("credentialId") @Nullable String credentialId,

        @Parameter(description = "The status of the answer, as `409`") @QueryParam("status") @Nullable
        String status,

        @Parameter(description = "With what the name begins: `userName` of a user, `displayName` of a group")
        @QueryParam("search")
        @Nullable
        String search) {

    private static final int LONGEST_SEARCH = 255;

    LogFilter filter(UUID organizationId) {
        var values = new QueryValues();
        var resource = values.id("resourceId", resourceId);
        var member = values.id("memberId", memberId);
        if (resource != null && member != null && !resource.equals(member)) {
            values.refuse("memberId", "'memberId' and 'resourceId' name the same thing: send one of them.");
        }
        var filter = new LogFilter(
                organizationId,
                values.time("since", since),
                values.time("until", until),
                results(values),
                resource == null ? member : resource,
                values.id("connectionId", connectionId),
                values.id("credentialId", credentialId),
                values.number("status", status, 100, 599),
                search(values));
        values.check();
        return filter;
    }

    private Set<Result> results(QueryValues values) {
        var results = EnumSet.noneOf(Result.class);
        for (var keyword : result == null ? List.<String>of() : List.of(result.split(",", -1))) {
            Result.of(keyword)
                    .ifPresentOrElse(
                            results::add,
                            () -> values.refuse(
                                    "result",
                                    "'result' is one of created, updated, unchanged, disabled, enabled, deleted and"
                                            + " refused, or several of them with commas."));
        }
        return results;
    }

    private @Nullable String search(QueryValues values) {
        if (search == null || search.isBlank()) {
            return null;
        }
        if (search.length() > LONGEST_SEARCH) {
            values.refuse("search", "'search' has " + LONGEST_SEARCH + " characters at the most.");
        }
        return search;
    }
}
