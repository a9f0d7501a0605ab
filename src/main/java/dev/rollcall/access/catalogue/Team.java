package dev.rollcall.access.catalogue;

import java.time.Instant;
import java.util.UUID;

/// A part of the organization in which a member can have a role.
public record Team(UUID id, UUID organizationId, String name, Instant created, long version) {}
