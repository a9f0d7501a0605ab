package dev.rollcall.scim.membership;

/// The types of resources that others refer to: what references call them, and where they are.
public enum ReferencedType {
    USER("User", "scim_user", "/Users"),
    GROUP("Group", "scim_group", "/Groups");

    private final String keyword;
    private final String table;
    private final String endpoint;

    ReferencedType(String keyword, String table, String endpoint) {
        this.keyword = keyword;
        this.table = table;
        this.endpoint = endpoint;
    }

    /// The type as `type` of a reference says it.
    public String keyword() {
        return keyword;
    }

    /// The table of its rows.
    public String table() {
        return table;
    }

    /// What identifiers follow in a reference.
    ///
    /// @param baseUri the base URI of the service, without a trailing slash
    public String locations(String baseUri) {
        return baseUri + endpoint + "/";
    }

    /// The type that a row names.
    static ReferencedType of(String keyword) {
        return keyword.equals(GROUP.keyword) ? GROUP : USER;
    }
}
