package dev.rollcall.token.state;

import java.util.Optional;

/// The outcome of a look into the database, and when the look began.
public sealed interface Reading<V> {
    /// By the clock that only measures.
    long startedNanos();

    /// It was read; empty where there is no such row.
    record Read<V>(long startedNanos, Optional<V> value) implements Reading<V> {}

    /// The database could not be asked.
    record Unavailable<V>(long startedNanos) implements Reading<V> {}
}
