package dev.rollcall.organization;

/// What an organization has subscribed to.
public enum Plan {
    FREE,
    TEAM,
    ENTERPRISE;

    /// Whether SCIM may be used at all.
    public boolean includesScim() {
        return this == ENTERPRISE;
    }
}
