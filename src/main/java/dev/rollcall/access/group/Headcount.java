package dev.rollcall.access.group;

/// How many there are, counted so far and no further.
///
/// @param more whether there are, or may be, more than that
public record Headcount(int count, boolean more) {}
