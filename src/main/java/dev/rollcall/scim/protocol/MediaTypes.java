package dev.rollcall.scim.protocol;

/// The media types of SCIM messages (RFC 7644 §3.8 and §8.1).
public final class MediaTypes {
    /// The one of SCIM's own, which is answered unless the client takes only the other.
    public static final String SCIM = "application/scim+json";

    /// Plain JSON.
    public static final String JSON = "application/json";

    private MediaTypes() {}
}
