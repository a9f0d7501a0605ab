/// The limits of the management API: how many requests a caller may send, and how often somebody may try a proof that
/// is wrong. Start with {@link dev.rollcall.security.throttling.ApiThrottlingFilter}.
@NullMarked
package dev.rollcall.security.throttling;

import org.jspecify.annotations.NullMarked;
