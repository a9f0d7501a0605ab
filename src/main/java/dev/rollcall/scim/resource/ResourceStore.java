package dev.rollcall.scim.resource;

import dev.rollcall.scim.search.SearchedType;

/// Keeps the resources of one type: what it is searched by, its rules, and its rows.
public interface ResourceStore extends SearchedType {
    /// What holds beyond the schema.
    TypeRules rules();

    /// The rows.
    Rows rows();
}
