package dev.rollcall.connection;

import dev.rollcall.scim.tolerance.ConformanceMode;

/// The conformance mode of a connection, for those who administer it.
public enum ConnectionMode {
    COMPATIBLE(ConformanceMode.COMPATIBLE),
    STRICT(ConformanceMode.STRICT);

    private final ConformanceMode conformance;

    ConnectionMode(ConformanceMode conformance) {
        this.conformance = conformance;
    }

    ConformanceMode conformance() {
        return conformance;
    }

    static ConnectionMode of(ConformanceMode mode) {
        return switch (mode) {
            case COMPATIBLE -> COMPATIBLE;
            case STRICT -> STRICT;
        };
    }
}
