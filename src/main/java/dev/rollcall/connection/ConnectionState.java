package dev.rollcall.connection;

/// Whether a connection's requests are served.
public enum ConnectionState {
    ON,
    /// For a while: the credentials stay and work again later.
    PAUSED,
    OFF
}
