package dev.rollcall.connection;

import dev.rollcall.scim.tolerance.Tolerance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What administrators set at a connection, in their words.
///
/// @param tolerances by keyword, those that are not left to product and mode
/// @param forgiven the keywords of all that its requests are forgiven, whatever decides it
public record ConnectionSettings(
        String name,
        IdentityProvider identityProvider,
        ConnectionState state,
        ConnectionMode mode,
        Map<String, ToleranceSetting> tolerances,
        List<String> forgiven) {

    /// Those of a connection.
    public static ConnectionSettings of(Connection connection) {
        var tolerances = new TreeMap<String, ToleranceSetting>();
        connection
                .overrides()
                .forgiven()
                .forEach((tolerance, forgiven) -> tolerances.put(
                        tolerance.keyword(), forgiven ? ToleranceSetting.FORGIVEN : ToleranceSetting.REFUSED));
        return new ConnectionSettings(
                connection.name(),
                connection.identityProvider(),
                connection.state(),
                ConnectionMode.of(connection.mode()),
                tolerances,
                connection.tolerances().forgiven().stream()
                        .map(Tolerance::keyword)
                        .sorted()
                        .toList());
    }
}
