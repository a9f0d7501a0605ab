package dev.rollcall.access.grant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What those get whom no other grant gives a team.
///
/// @param domain whose addresses get it, in A-labels; null for everybody else's
record Default(@Nullable String domain, UUID teamId, UUID roleId) {}
