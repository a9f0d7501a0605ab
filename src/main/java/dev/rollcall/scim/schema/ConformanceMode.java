package dev.rollcall.scim.schema;

/// How a connection reads requests. Answers are in clean RFC form in either mode.
public enum ConformanceMode {
    /// Accepts the deviations that real provisioning clients are known to send.
    COMPATIBLE,
    /// Refuses what the RFC refuses.
    STRICT
}
