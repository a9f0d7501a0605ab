package dev.rollcall.scim.protocol;

/// Where SCIM is served.
public final class ScimPaths {
    /// The path of the base URI, the same for every organization.
    public static final String BASE = "/scim/v2";

    private ScimPaths() {}
}
