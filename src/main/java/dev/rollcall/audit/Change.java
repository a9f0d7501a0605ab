package dev.rollcall.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was changed.
///
/// @param organizationId to which it belongs; null for what belongs to none
/// @param action the thing and what became of it, `connection.paused`: letters, dots and hyphens
/// @param subjectId of what was changed
/// @param subjectName as people knew it then
/// @param before fields and their values before; empty for what is new. Never a secret
/// @param after fields and their values after; empty for what is gone. Never a secret. Values are texts, numbers,
///     booleans, null, constants of enums, and lists and maps of texts, numbers and booleans
public record Change(
        @Nullable UUID organizationId,
        String action,
        String subjectId,
        String subjectName,
        Map<String, ? extends @Nullable Object> before,
        Map<String, ? extends @Nullable Object> after) {}
