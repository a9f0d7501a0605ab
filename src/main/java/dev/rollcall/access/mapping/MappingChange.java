package dev.rollcall.access.mapping;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of a mapping.
///
/// @param movesTeam whether the team changes
/// @param teamId the team that it changes to; null for none
/// @param roleId the other role; null where it stays
public record MappingChange(
        boolean movesTeam, @Nullable UUID teamId, @Nullable UUID roleId) {}
