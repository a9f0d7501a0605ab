package dev.rollcall.organization;

import java.time.Instant;
import java.util.UUID;

/// The single sign-on of an organization, as the product has noted it: signing in is the product's own.
///
/// @param name by which the organization knows it
public record SingleSignOn(UUID organizationId, String name, State state, Instant created, long version) {

    /// Whether people sign in by it.
    public enum State {
        /// They cannot.
        OFF,
        /// They can.
        ON
    }
}
