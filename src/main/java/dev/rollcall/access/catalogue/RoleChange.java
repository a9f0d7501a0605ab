package dev.rollcall.access.catalogue;

import org.jspecify.annotations.Nullable;

/// A change of a role. What is null stays.
public record RoleChange(
        @Nullable String name,
        @Nullable RoleScope scope,
        @Nullable Integer rank,
        @Nullable Boolean admin) {}
