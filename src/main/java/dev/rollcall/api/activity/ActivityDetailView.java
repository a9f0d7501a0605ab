package dev.rollcall.api.activity;

import dev.rollcall.activity.log.LoggedCall;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ActivityDetail", description = "A provisioning call, and what was sent with it where it was refused")
record ActivityDetailView(
        ActivityView call,

        @Schema(
                description =
                        "What was sent with a refused call, without secrets, or why that is not kept; absent where"
                                + " nothing was sent that could be read, or it is no more kept")
        @Nullable
        Map<String, Object> body,

        ReplayableView replay) {

    @Schema(name = "Replayable", description = "Whether the call can be done again")
    record ReplayableView(
            boolean possible,

            @Schema(description = "Why not, and what to do instead") @Nullable
            String reason) {}

    static ActivityDetailView of(LoggedCall call, Optional<String> sent, Optional<String> impossible) {
        return new ActivityDetailView(
                ActivityView.of(call),
                sent.map(text -> new JsonObject(text).getMap()).orElse(null),
                new ReplayableView(impossible.isEmpty(), impossible.orElse(null)));
    }
}
