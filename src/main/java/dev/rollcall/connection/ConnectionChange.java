package dev.rollcall.connection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to change of a connection; null for what stays.
///
/// @param tolerances by keyword; those that are not named stay
public record ConnectionChange(
        @Nullable String name,
        @Nullable IdentityProvider identityProvider,
        @Nullable ConnectionState state,
        @Nullable ConnectionMode mode,
        Map<String, ToleranceSetting> tolerances) {

    public ConnectionChange {
        tolerances = Map.copyOf(tolerances);
    }

    static ConnectionChange of(ConnectionState state) {
        return new ConnectionChange(null, null, state, null, Map.of());
    }

    static ConnectionChange of(ConnectionMode mode) {
        return new ConnectionChange(null, null, null, mode, Map.of());
    }
}
