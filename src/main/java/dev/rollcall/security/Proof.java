package dev.rollcall.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of what a request brought as proof.
public sealed interface Proof {

    /// It proves who sends the request.
    ///
    /// @param ends when it ends by itself; null where nobody knows
    record Proved(Caller caller, @Nullable Instant ends) implements Proof {}

    /// It proves nothing. The reason is for the log.
    record Refused(String reason) implements Proof {}

    /// It cannot be checked now.
    record Unavailable() implements Proof {}
}
