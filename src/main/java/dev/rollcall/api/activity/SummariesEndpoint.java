package dev.rollcall.api.activity;

import dev.rollcall.activity.summary.Summaries;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.page.QueryValues;
import dev.rollcall.organization.Organizations;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/summaries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Activity")
class SummariesEndpoint {
    private static final int MOST_DAYS = 366;
    private static final int DEFAULT_DAYS = 30;
    private static final Duration DEFAULT_TIME = Duration.ofDays(1);

    private final Summaries summaries;
    private final Organizations organizations;
    private final Clock clock;

    SummariesEndpoint(Summaries summaries, Organizations organizations, Clock clock) {
        this.summaries = summaries;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "readSummary",
            summary = "What came of provisioning calls, beside PingOne's counters",
            description = "In whole hours, at most a year; the last day where no time is given")
    public SummaryView read(
            @PathParam("organizationId") UUID organizationId,
            @Parameter(description = "Of one connection; of all where it is absent")
                    @QueryParam("connectionId")
                    @Nullable
                    String connectionId,
            @QueryParam("since") @Nullable String since,
            @QueryParam("until") @Nullable String until) {
        var id = organizations.required(organizationId).id();
        var values = new QueryValues();
        var connection = values.id("connectionId", connectionId);
        var end = Objects.requireNonNullElse(values.time("until", until), clock.instant());
        var begin = Objects.requireNonNullElse(values.time("since", since), begin(end));
        if (begin.isAfter(end)) {
            values.refuse("since", "'since' is before 'until'.");
        } else if (Duration.between(begin, end).toDays() > MOST_DAYS) {
            values.refuse("since", "'since' is at most " + MOST_DAYS + " days before 'until'.");
        }
        values.check();
        return SummaryView.of(summaries.of(id, connection, begin, end));
    }

    private static Instant begin(Instant end) {
        return end.toEpochMilli() < DEFAULT_TIME.toMillis() ? Instant.EPOCH : end.minus(DEFAULT_TIME);
    }

    @GET
    @Path("/days")
    @Operation(operationId = "readDailySummaries", summary = "What came of provisioning calls, day by day")
    public DaysView days(
            @PathParam("organizationId") UUID organizationId,
            @Parameter(description = "Of one connection; of all where it is absent")
                    @QueryParam("connectionId")
                    @Nullable
                    String connectionId,
            @Parameter(description = "How many days up to today, 30 where it is absent") @QueryParam("days") @Nullable
                    String days) {
        var id = organizations.required(organizationId).id();
        var values = new QueryValues();
        var connection = values.id("connectionId", connectionId);
        var count = Objects.requireNonNullElse(values.number("days", days, 1, MOST_DAYS), DEFAULT_DAYS);
        values.check();
        return new DaysView(summaries.days(id, connection, clock.instant(), count).stream()
                .map(SummaryView::of)
                .toList());
    }
}
