package dev.rollcall.scim.protocol;

/// The largest body of one kind of request. Whoever owns such a setting has a bean of this type.
///
/// @param key the setting
public record BodySize(String key, long bytes) {}
