package dev.rollcall.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which entries of the audit; null for any.
///
/// @param from the earliest time
/// @param until the first time that is too late
/// @param author the name of the author
/// @param subject the id of what was changed
public record AuditFilter(
        @Nullable UUID organizationId,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String author,
        @Nullable String action,
        @Nullable String subject) {}
