package dev.rollcall.scim.error;

/// The detail error keywords of RFC 7644 Table 9 and RFC 9865 Table 3, each with the status it goes with.
public enum ScimType {
    INVALID_FILTER("invalidFilter", 400),
    TOO_MANY("tooMany", 400),
    UNIQUENESS("uniqueness", 409),
    MUTABILITY("mutability", 400),
    INVALID_SYNTAX("invalidSyntax", 400),
    INVALID_PATH("invalidPath", 400),
    NO_TARGET("noTarget", 400),
    INVALID_VALUE("invalidValue", 400),
    INVALID_VERSION("invalidVers", 400),
    SENSITIVE("sensitive", 403),
    INVALID_CURSOR("invalidCursor", 400),
    EXPIRED_CURSOR("expiredCursor", 400),
    INVALID_COUNT("invalidCount", 400);

    private final String keyword;
    private final int status;

    ScimType(String keyword, int status) {
        this.keyword = keyword;
        this.status = status;
    }

    /// The keyword as it stands in an error body.
    public String keyword() {
        return keyword;
    }

    /// The HTTP status of an error with this keyword.
    public int status() {
        return status;
    }
}
