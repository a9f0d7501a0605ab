package dev.rollcall.connection;

/// What is set for one tolerance of a connection.
public enum ToleranceSetting {
    FORGIVEN,
    REFUSED,
    /// What product and mode say.
    DEFAULT
}
