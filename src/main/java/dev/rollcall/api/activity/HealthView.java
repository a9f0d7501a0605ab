package dev.rollcall.api.activity;

import dev.rollcall.activity.health.Health;
import dev.rollcall.activity.health.Mistake;
import dev.rollcall.activity.health.Refusal;
import dev.rollcall.activity.health.Seen;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConnectionHealth", description = "How a connection does, at most some seconds old")
record HealthView(
        @Schema(description = "`waiting` for the first call, `connected`, or `quiet` for much longer than usual")
        Health.State state,

        @Schema(description = "When a call first succeeded") @Nullable
        Instant connected,

        @Nullable Instant lastSuccess,
        @Nullable RefusalView lastRefusal,

        @Schema(description = "As the client names itself") @Nullable
        String product,

        @Schema(description = "What somebody who set it up got wrong, until a call comes without it")
        List<MistakeView> mistakes) {

    @Schema(name = "LastRefusal")
    record RefusalView(
            Instant time,
            int status,
            @Nullable String scimType,
            @Nullable String sentence) {
        static RefusalView of(Refusal refusal) {
            return new RefusalView(refusal.time(), refusal.status(), refusal.scimType(), refusal.sentence());
        }
    }

    @Schema(name = "SetUpMistake")
    record MistakeView(
            Mistake mistake,
            Instant lastSeen,

            @Schema(description = "What happened, and what to change")
            String sentence) {
        static MistakeView of(Seen seen) {
            return new MistakeView(seen.mistake(), seen.time(), seen.mistake().sentence());
        }
    }

    static HealthView of(Health health) {
        return new HealthView(
                health.state(),
                health.connected(),
                health.lastSuccess(),
                health.lastRefusal().map(RefusalView::of).orElse(null),
                health.product(),
                health.mistakes().stream().map(MistakeView::of).toList());
    }
}
