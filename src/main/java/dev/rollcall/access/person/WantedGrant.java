package dev.rollcall.access.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role that somebody has by hand.
///
/// @param teamId the team in which it counts; null for a role of the organization
public record WantedGrant(@Nullable UUID teamId, UUID roleId) {}
