package dev.rollcall.api.body;

import org.jspecify.annotations.Nullable;

/// What a patch says about something that can be removed. Where it says nothing, there is no `Given`.
///
/// @param value the new value; null where it is to be removed
public record Given<T>(@Nullable T value) {}
