package dev.rollcall.connection;

import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a connection forgives: what is set for it alone, else what its product needs, else what its mode says.
/// A product's needs count in compatible mode only.
public record ConnectionTolerances(
        ConformanceMode mode, IdentityProvider identityProvider, ToleranceOverrides overrides) {

    /// What decides about one tolerance.
    public enum Source {
        MODE,
        IDENTITY_PROVIDER,
        OVERRIDE
    }

    /// All that are forgiven.
    public Set<Tolerance> forgiven() {
        var forgiven = EnumSet.noneOf(Tolerance.class);
        forgiven.addAll(mode.tolerances());
        forgiven.addAll(ofTheProduct());
        overrides.forgiven().forEach((tolerance, isForgiven) -> {
            if (isForgiven) {
                forgiven.add(tolerance);
            } else {
                forgiven.remove(tolerance);
            }
        });
        return Collections.unmodifiableSet(forgiven);
    }

    /// What decides about this one.
    public Source source(Tolerance tolerance) {
        if (overrides.forgiven().containsKey(tolerance)) {
            return Source.OVERRIDE;
        }
        return ofTheProduct().contains(tolerance) ? Source.IDENTITY_PROVIDER : Source.MODE;
    }

    private Set<Tolerance> ofTheProduct() {
        return switch (mode) {
            case COMPATIBLE -> identityProvider.tolerances();
            case STRICT -> Set.of();
        };
    }
}
