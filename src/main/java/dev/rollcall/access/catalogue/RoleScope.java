package dev.rollcall.access.catalogue;

/// Where a role counts.
public enum RoleScope {
    /// Everywhere in the organization.
    ORGANIZATION,
    /// In the team in which it is given.
    TEAM
}
