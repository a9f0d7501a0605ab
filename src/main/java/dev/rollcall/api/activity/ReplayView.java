package dev.rollcall.api.activity;

import dev.rollcall.activity.Result;
import dev.rollcall.scim.replay.Performed;
import dev.rollcall.scim.replay.ValueDifference;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Replay", description = "What came of a refused call that was done again, or would come of it")
record ReplayView(
        CallView call,
        Result result,

        @Schema(description = "As the identity provider would have been answered")
        int status,

        @Nullable String scimType,

        @Schema(description = "Why it is refused again, or what was passed over or forgiven") @Nullable
        String sentence,

        @Nullable String resourceType,

        @Schema(description = "Absent where a dry run would add the resource") @Nullable
        UUID resourceId,

        @Nullable String name,

        @Schema(description = "Of attributes that may be read; members are only counted")
        List<DifferenceView> differences,

        long membersAdded,
        long membersRemoved,

        @Schema(description = "The keywords of what it was forgiven")
        List<String> tolerances,

        @Schema(description = "Of what is recorded of it; absent in a dry run, and where it is recorded in a moment")
        @Nullable
        UUID activityId) {

    @Schema(name = "ReplayedCall")
    record CallView(String method, String path) {}

    @Schema(name = "ValueDifference", description = "An attribute that has another value")
    record DifferenceView(
            @Schema(description = "Such as `title`, `name.familyName`, `emails`; those of extensions behind the URN")
            String attribute,

            @Schema(description = "Absent where there was none", examples = "\"Guide\"") @Nullable
            Object before,

            @Schema(description = "Absent where there is none", examples = "\"Lead\"") @Nullable
            Object after) {

        private static DifferenceView of(ValueDifference difference) {
            return new DifferenceView(difference.attribute(), difference.before(), difference.after());
        }
    }

    static ReplayView of(Performed performed) {
        var outcome = performed.outcome();
        var subject = performed.subject();
        return new ReplayView(
                new CallView(performed.method(), performed.path()),
                outcome.result(),
                outcome.status(),
                outcome.scimType(),
                outcome.sentence(),
                subject.type(),
                subject.id(),
                subject.name(),
                performed.differences().stream().map(DifferenceView::of).toList(),
                performed.membersAdded(),
                performed.membersRemoved(),
                outcome.tolerances(),
                performed.activityId());
    }
}
