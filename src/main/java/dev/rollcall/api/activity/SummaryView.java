package dev.rollcall.api.activity;

import dev.rollcall.activity.summary.Summary;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ActivitySummary", description = "What came of the provisioning calls of some time")
record SummaryView(
        @Schema(description = "The beginning of the first hour that is in it")
        Instant since,

        @Schema(description = "The end of the last hour that is in it")
        Instant until,

        CountsView users,
        CountsView groups,

        @Schema(description = "Resources of other types, and calls that were about none")
        CountsView others,

        PingOneView pingOne,

        @Schema(description = "How many requests that change nothing were answered with a status")
        Map<String, Long> reads) {

    static SummaryView of(Summary summary) {
        var reads = new TreeMap<String, Long>();
        summary.reads().forEach((status, calls) -> reads.put(status.toString(), calls));
        return new SummaryView(
                summary.since(),
                summary.until(),
                CountsView.of(summary.users()),
                CountsView.of(summary.groups()),
                CountsView.of(summary.others()),
                PingOneView.of(summary.users(), summary.groups()),
                reads);
    }
}
