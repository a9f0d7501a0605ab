package dev.rollcall.organization;

import java.time.Instant;
import java.util.UUID;

/// One customer of the product: the tenant.
///
/// @param version moves with every change
public record Organization(UUID id, String name, Plan plan, Instant created, long version) {}
