package dev.rollcall.scim.throttling;

/// How a bucket stands after a request.
///
/// @param remaining how many requests may follow at once
/// @param seconds until everything may be sent again; after a refusal, until the same request may be
record Standing(BucketKey bucket, long remaining, long seconds) {}
