package dev.rollcall.activity.health;

import java.time.Instant;

/// A mistake, and when it was last made.
public record Seen(Mistake mistake, Instant time) {}
