package dev.rollcall.access.mapping;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mapping as an administrator wants it.
///
/// @param teamId null for a role that counts everywhere
public record PlannedMapping(UUID groupId, @Nullable UUID teamId, UUID roleId) {}
