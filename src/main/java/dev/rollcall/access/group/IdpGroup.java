package dev.rollcall.access.group;

import dev.rollcall.access.mapping.Mapping;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A group of an identity provider.
///
/// @param nameKey the name folded for comparison, by which groups are ordered; null where it is too long for that
/// @param members who is in it directly, people and groups
/// @param people who is in it, directly or through other groups
/// @param lastPush when an identity provider last changed it
/// @param mappings what it gives
public record IdpGroup(
        UUID id,
        String name,
        @Nullable String nameKey,
        Headcount members,
        Headcount people,
        Instant lastPush,
        List<Mapping> mappings) {
    public IdpGroup {
        mappings = List.copyOf(mappings);
    }
}
