package dev.rollcall.access.person;

import java.time.Instant;
import java.util.UUID;

/// What the takeover by another identity provider has done.
///
/// @param switched since when whoever has not changed is still to be met
/// @param users how many users have lost their external id by this call
/// @param groups how many groups have
public record TakenOver(UUID connectionId, Instant switched, long users, long groups) {}
