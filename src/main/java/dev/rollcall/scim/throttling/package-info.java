/// How many requests an organization, and each of its credentials, may send: token buckets that every replica
/// keeps for itself and settles with the others through a table. Start with {@link
/// dev.rollcall.scim.throttling.ThrottlingFilter}, which asks {@link dev.rollcall.scim.throttling.Throttle}.
@NullMarked
package dev.rollcall.scim.throttling;

import org.jspecify.annotations.NullMarked;
