package dev.rollcall.activity.run;

import java.time.Instant;

/// When a run was.
public record RunTimes(Instant began, Instant ended) {}
