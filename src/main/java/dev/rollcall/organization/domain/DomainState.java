package dev.rollcall.organization.domain;

/// Whose a domain is.
public enum DomainState {
    /// Nobody's yet: proof is missing, or has gone. Several organizations may wait for the same name.
    WAITING,
    /// The organization's, and no other's.
    CLAIMED
}
