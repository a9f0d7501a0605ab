package dev.rollcall.access.person;

/// How somebody has become known.
public enum PersonOrigin {
    INVITED,
    /// Signed in, and was noted just in time.
    JIT,
    /// Was a user of an identity provider.
    SCIM
}
