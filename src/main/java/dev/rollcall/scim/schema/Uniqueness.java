package dev.rollcall.scim.schema;

/// How far a value must be unique (RFC 7643 §7). The server is the organization.
public enum Uniqueness {
    NONE("none"),
    SERVER("server"),
    GLOBAL("global");

    private final String keyword;

    Uniqueness(String keyword) {
        this.keyword = keyword;
    }

    /// The keyword as it stands in a schema.
    public String keyword() {
        return keyword;
    }
}
