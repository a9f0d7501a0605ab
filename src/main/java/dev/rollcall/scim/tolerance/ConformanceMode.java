package dev.rollcall.scim.tolerance;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// How a connection reads requests where nothing else is set for it. Answers are in clean RFC form in either
/// mode.
public enum ConformanceMode {
    /// Forgives the deviations that real provisioning clients are known to send: no person is refused for the
    /// form of a value or of a message, as long as what is meant is plain.
    COMPATIBLE,
    /// Refuses what the RFC refuses.
    STRICT;

    /// The tolerances of a connection that overrides none.
    public Set<Tolerance> tolerances() {
        var forgiven = Arrays.stream(Tolerance.values())
                .filter(tolerance -> tolerance.isDefaultOf(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Tolerance.class)));
        return Collections.unmodifiableSet(forgiven);
    }
}
