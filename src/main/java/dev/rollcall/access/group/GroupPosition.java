package dev.rollcall.access.group;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a list of groups goes on: behind this one. Those whose names are too long to be compared come last.
public record GroupPosition(@Nullable String nameKey, UUID id) {}
