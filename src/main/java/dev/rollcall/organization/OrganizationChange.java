package dev.rollcall.organization;

import org.jspecify.annotations.Nullable;

/// What to change of an organization; null for what stays.
public record OrganizationChange(
        @Nullable String name, @Nullable Plan plan) {}
