package dev.rollcall.activity.log;

import dev.rollcall.activity.Result;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which calls of an organization are asked for; null, or an empty set, for any.
///
/// @param since the earliest time
/// @param until the first time that is too late
/// @param search with what the name of the resource begins
public record LogFilter(
        UUID organizationId,
        @Nullable Instant since,
        @Nullable Instant until,
        Set<Result> results,
        @Nullable UUID resourceId,
        @Nullable UUID connectionId,
        @Nullable UUID credentialId,
        @Nullable Integer status,
        @Nullable String search) {
    public LogFilter {
        results = Set.copyOf(results);
    }

    /// All of an organization.
    public static LogFilter of(UUID organizationId) {
        return new LogFilter(organizationId, null, null, Set.of(), null, null, null, null, null);
    }
}
