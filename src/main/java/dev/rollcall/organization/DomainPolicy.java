package dev.rollcall.organization;

/// What becomes of people whose addresses are outside of the domains that the organization has claimed.
public enum DomainPolicy {
    /// Nothing: they are like all others.
    OFF,
    /// They are kept, and what is outside is noted.
    FLAG,
    /// They are refused.
    ENFORCE
}
