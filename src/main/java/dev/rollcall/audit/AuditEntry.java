package dev.rollcall.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change that was made.
///
/// @param organizationId to which it belongs; null for what belongs to none
public record AuditEntry(UUID id, @Nullable UUID organizationId, Instant occurred, Author author, Change change) {}
