package dev.rollcall.api.body;

/// The body of a `PATCH` (RFC 7396): what is absent stays as it is. A component that can be removed by null is a
/// {@link Given}; null for any other is refused.
public interface MergePatch extends RequestBody {}
