package dev.rollcall.access.person;

/// How a member has become known.
public enum MemberOrigin {
    /// An identity provider has the person, or had.
    SCIM,
    INVITED,
    /// Signed in, and was noted just in time.
    JIT
}
