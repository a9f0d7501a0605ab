package dev.rollcall.connection.credential;

import dev.rollcall.refusal.Condition;
import java.time.Duration;

/// How a credential is replaced by the next one.
///
/// @param overlap how long it lives on beside the next one; zero for not at all
public record Rotation(Duration overlap, Condition condition) {
    /// The longest time for which both are accepted.
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(90);
}
