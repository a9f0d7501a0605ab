package dev.rollcall.fairness;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose requests are looked at together. What an organization's identity providers send and what its admins do are
/// two parties, so that a flood of the one leaves the page of the other usable.
///
/// @param id of the organization; of the caller where no organization is known
public record Party(Kind kind, String id) {
    /// The party of what nobody can be named for.
    static final Party UNKNOWN = new Party(Kind.ADMINISTRATION, "");

    /// By which door they come.
    public enum Kind {
        PROVISIONING,
        ADMINISTRATION
    }

    /// The identity providers of an organization.
    public static Party provisioning(UUID organizationId) {
        return new Party(Kind.PROVISIONING, organizationId.toString());
    }

    /// Whoever administers an organization.
    public static Party administration(String organizationOrCaller) {
        return new Party(Kind.ADMINISTRATION, organizationOrCaller);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Party(var itsKind, var itsId) && kind == itsKind && id.equals(itsId);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
