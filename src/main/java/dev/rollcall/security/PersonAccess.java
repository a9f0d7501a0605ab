package dev.rollcall.security;

/// What a session lets a person do in the organization that it is for.
public enum PersonAccess {
    /// Nothing but to see who they are.
    NONE,
    /// See everything, and change nothing.
    READ,
    /// What an org admin may do.
    WRITE
}
