package dev.rollcall.access.grant;

import java.util.UUID;

/// Where a list of grants by hand goes on: behind this one.
public record HandGrantPosition(UUID memberId, UUID id) {}
