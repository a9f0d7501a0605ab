package dev.rollcall.command;

import dev.rollcall.connection.ConnectionTolerances;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.Arrays;
import java.util.List;

/// The listing of what a connection forgives and refuses, and by what.
final class ToleranceRows {
    private ToleranceRows() {}

    static Listing listing(ConnectionTolerances tolerances) {
        var forgiven = tolerances.forgiven();
        return new Listing(
                List.of("name", "verdict", "by"),
                Arrays.stream(Tolerance.values())
                        .map(tolerance -> List.of(
                                tolerance.keyword(),
                                forgiven.contains(tolerance) ? "FORGIVEN" : "REFUSED",
                                tolerances.source(tolerance).name()))
                        .toList());
    }
}
