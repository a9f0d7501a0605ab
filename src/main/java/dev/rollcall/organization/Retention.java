package dev.rollcall.organization;

/// For how long an organization keeps what is known of calls.
///
/// @param activityDays the log of provisioning calls
/// @param refusedBodyDays what was sent with a refused call; 0 keeps none
public record Retention(int activityDays, int refusedBodyDays) {}
