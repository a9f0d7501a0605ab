package dev.rollcall.time;

import java.time.Clock;
import java.util.random.RandomGenerator;

/// Identifiers that are the same in every run.
public final class SeededIdentifiers {
    private SeededIdentifiers() {}

    /// Makes their source.
    public static UuidV7 of(Clock clock, RandomGenerator random) {
        return new UuidV7(clock, random);
    }
}
