package dev.rollcall.scim.schema;

/// When a client may write an attribute (RFC 7643 §7).
public enum Mutability {
    READ_ONLY("readOnly"),
    READ_WRITE("readWrite"),
    IMMUTABLE("immutable"),
    WRITE_ONLY("writeOnly");

    private final String keyword;

    Mutability(String keyword) {
        this.keyword = keyword;
    }

    /// The keyword as it stands in a schema.
    public String keyword() {
        return keyword;
    }
}
