package dev.rollcall.activity.log;

import dev.rollcall.activity.Result;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call as it is recorded. What was recorded before all of this was kept is null.
///
/// @param name of the resource, as it was called then
/// @param sentence why it was refused, or what was passed over or forgiven
/// @param changed names of attributes, never values
public record LoggedCall(
        UUID id,
        Instant time,
        @Nullable UUID connectionId,
        @Nullable UUID credentialId,
        @Nullable String requestId,
        @Nullable String method,
        @Nullable String path,
        @Nullable String product,
        @Nullable String resourceType,
        @Nullable UUID resourceId,
        @Nullable String name,
        Result result,
        @Nullable Integer status,
        @Nullable String scimType,
        @Nullable String sentence,
        List<String> changed,
        long membersAdded,
        long membersRemoved,
        List<String> tolerances,
        @Nullable Long durationMillis) {
    public LoggedCall {
        changed = List.copyOf(changed);
        tolerances = List.copyOf(tolerances);
    }
}
