package dev.rollcall.organization.domain;

/// What shows that a domain is the organization's.
public enum Proof {
    /// A TXT record, looked up at the claim and every day after it.
    DNS,
    /// An operator's word, which is not looked at again.
    OPERATOR
}
