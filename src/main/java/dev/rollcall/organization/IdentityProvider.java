package dev.rollcall.organization;

/// The label of a connection: which product calls. It decides nothing by itself.
public enum IdentityProvider {
    PINGONE,
    OKTA,
    ENTRA,
    OTHER
}
