package dev.rollcall.access.person;

/// Whether somebody is a member who may sign in.
public enum PersonState {
    /// Has not come yet.
    INVITED,
    ACTIVE,
    INACTIVE,
    /// Deleted by an identity provider, and able to come back.
    DELETED
}
