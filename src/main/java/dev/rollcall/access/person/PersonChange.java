package dev.rollcall.access.person;

import org.jspecify.annotations.Nullable;

/// What shall become of a person; null leaves it as it is.
public record PersonChange(
        @Nullable Boolean active, @Nullable String name) {}
