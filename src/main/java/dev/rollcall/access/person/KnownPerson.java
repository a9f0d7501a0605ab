package dev.rollcall.access.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody whom no identity provider has.
///
/// @param id of the member, also when an identity provider has the person some day
/// @param email as it was given
/// @param madeBy who has invited or noted the person
public record KnownPerson(
        UUID id,
        UUID organizationId,
        MemberOrigin origin,
        MemberState state,
        String email,
        @Nullable String name,
        String madeBy,
        Instant created,
        long version) {}
