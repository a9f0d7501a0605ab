package dev.rollcall.access.catalogue;

import java.time.Instant;
import java.util.UUID;

/// What a member may do, by a name that the product knows.
///
/// @param rank of several roles in one team the one of the highest rank counts
/// @param admin whether whoever has it administers the organization; never of a role of teams
public record Role(
        UUID id,
        UUID organizationId,
        String name,
        RoleScope scope,
        int rank,
        boolean admin,
        Instant created,
        long version) {}
