package dev.rollcall.access.grant;

import dev.rollcall.access.catalogue.Named;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role that somebody has given to a member by hand. It never changes: it is given, and taken.
///
/// @param team in which; null for a role of the organization
/// @param madeBy who gave it, as people know them
public record HandGrant(UUID id, Named member, @Nullable Named team, Named role, String madeBy, Instant created) {}
