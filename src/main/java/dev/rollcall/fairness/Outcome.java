package dev.rollcall.fairness;

/// What comes of asking for a place.
public enum Outcome {
    /// It is taken, until it is given back.
    TAKEN,
    /// It was not there, and as many of the party wait as may.
    FULL,
    /// It was not there in time.
    LATE,
    /// Whoever asked does not want it any more.
    WITHDRAWN
}
