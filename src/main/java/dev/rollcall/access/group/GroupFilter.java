package dev.rollcall.access.group;

import org.jspecify.annotations.Nullable;

/// Which groups are looked for. What is null is not asked.
///
/// @param mapped those that give something, or those that do not
/// @param search those whose name begins so, in whatever case
public record GroupFilter(
        @Nullable Boolean mapped, @Nullable String search) {}
