package dev.rollcall.organization.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A domain of an organization.
///
/// @param name in A-labels and small letters
/// @param unicodeName the same as people read it
/// @param proof what shows, or is to show, that it is the organization's
/// @param txtRecord what the look-up asks for
/// @param proved since when it is claimed; null while it waits
/// @param checked when its record was last looked up; null if never
/// @param finding what that found, for people; null if it was never looked up
/// @param failingSince since when the record of a claimed domain is missing; null while it is there
/// @param version moves with all but {@link #checked}
public record Domain(
        UUID id,
        UUID organizationId,
        String name,
        String unicodeName,
        DomainState state,
        Proof proof,
        ProofRecord txtRecord,
        Instant created,
        @Nullable Instant proved,
        @Nullable Instant checked,
        @Nullable String finding,
        @Nullable Instant failingSince,
        long version) {}
