package dev.rollcall.access.person;

/// What has become of a member.
public enum MemberState {
    /// Has not come yet.
    INVITED,
    ACTIVE,
    INACTIVE,
    /// Deleted by an identity provider, and able to come back.
    DELETED
}
