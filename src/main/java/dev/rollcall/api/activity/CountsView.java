package dev.rollcall.api.activity;

import dev.rollcall.activity.summary.Counts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ActivityCounts", description = "How many calls came to what")
record CountsView(
        long created,
        long updated,
        long unchanged,
        long disabled,
        long enabled,
        long deleted,
        long refused,

        @Schema(description = "Those of the others of which something that was sent was passed over")
        long partial) {

    static CountsView of(Counts counts) {
        return new CountsView(
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.disabled(),
                counts.enabled(),
                counts.deleted(),
                counts.refused(),
                counts.partial());
    }
}
