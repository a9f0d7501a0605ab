package dev.rollcall.scim.persistence;

/// The states of resources of which the number is kept, and which have an index of their own.
public enum ResourceState {
    /// Whatever there is.
    EVERY,
    /// `active` is true.
    ACTIVE,
    /// `active` is false.
    INACTIVE
}
