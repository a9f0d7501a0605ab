package dev.rollcall.activity.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a connection does.
///
/// @param connected when a call first succeeded; null where none has
/// @param product as the client named itself then last
public record Health(
        State state,
        @Nullable Instant connected,
        @Nullable Instant lastSuccess,
        Optional<Refusal> lastRefusal,
        @Nullable String product,
        List<Seen> mistakes) {
    public Health {
        mistakes = List.copyOf(mistakes);
    }

    /// What there is to say in a word.
    public enum State {
        /// No call has succeeded yet.
        WAITING,
        CONNECTED,
        /// Nothing has come for much longer than usual.
        QUIET
    }
}
