package dev.rollcall.access.catalogue;

/// A role that is to be added.
public record NewRole(String name, RoleScope scope, int rank, boolean admin) {}
