package dev.rollcall.connection;

import dev.rollcall.scim.tolerance.Tolerance;
import java.util.Set;

/// The label of a connection: which product calls. It decides nothing by itself.
public enum IdentityProvider {
    PINGONE,
    OKTA,
    /// Wants no content where it has modified a group, as its documentation says.
    ENTRA(Tolerance.GROUP_UNSEEN),
    JUMPCLOUD,
    ONELOGIN,
    GOOGLE,
    OTHER;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Tolerance> tolerances;

    IdentityProvider(Tolerance... tolerances) {
        this.tolerances = Set.of(tolerances);
    }

    /// What a compatible connection of this product forgives beside the defaults.
    Set<Tolerance> tolerances() {
        return tolerances;
    }
}
