package dev.rollcall.activity.run;

import dev.rollcall.activity.summary.Counts;
import java.time.Instant;

/// Writes of a connection without a long pause between them.
///
/// @param began when the first of them was answered
/// @param ended when the last of them was answered, up to now
/// @param isOver whether another write would begin another run
public record Run(Instant began, Instant ended, boolean isOver, Counts users, Counts groups, Counts others) {}
