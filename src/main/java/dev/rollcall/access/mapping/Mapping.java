package dev.rollcall.access.mapping;

import dev.rollcall.access.catalogue.Named;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That whoever is in a group has a role.
///
/// @param team in which; null for a role of the organization
/// @param madeBy who made it, as people know them
public record Mapping(
        UUID id, Named group, @Nullable Named team, Named role, String madeBy, Instant created, long version) {}
