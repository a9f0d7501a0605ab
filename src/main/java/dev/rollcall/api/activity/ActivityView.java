package dev.rollcall.api.activity;

import dev.rollcall.activity.Result;
import dev.rollcall.activity.log.LoggedCall;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Activity", description = "What a provisioning call did to a resource, or why it was refused")
record ActivityView(
        UUID id,
        Instant time,
        @Nullable UUID connectionId,
        @Nullable UUID credentialId,
        @Nullable String requestId,
        @Nullable String method,
        @Nullable String path,

        @Schema(description = "As the client names itself") @Nullable
        String product,

        @Nullable String resourceType,
        @Nullable UUID resourceId,

        @Schema(description = "Of the resource, as it was called then") @Nullable
        String name,

        Result result,
        @Nullable Integer status,
        @Nullable String scimType,

        @Schema(description = "Why it was refused, or what was passed over or forgiven") @Nullable
        String sentence,

        @Schema(description = "Names of attributes") List<String> changed,

        long membersAdded,
        long membersRemoved,

        @Schema(description = "The keywords of what it was forgiven")
        List<String> tolerances,

        @Nullable Long durationMillis) {

    static ActivityView of(LoggedCall call) {
        return new ActivityView(
                call.id(),
                call.time(),
                call.connectionId(),
                call.credentialId(),
                call.requestId(),
                call.method(),
                call.path(),
                call.product(),
                call.resourceType(),
                call.resourceId(),
                call.name(),
                call.result(),
                call.status(),
                call.scimType(),
                call.sentence(),
                call.changed(),
                call.membersAdded(),
                call.membersRemoved(),
                call.tolerances(),
                call.durationMillis());
    }
}
