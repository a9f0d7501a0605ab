package dev.rollcall.connection.credential;

/// What a credential is good for at a time.
public enum CredentialState {
    VALID,
    /// Valid, and to be replaced soon.
    EXPIRING,
    EXPIRED,
    REVOKED
}
