/// Refused calls again: whether one can be done from what is kept of it, what it would do now, and doing it. It is done
/// by {@link dev.rollcall.scim.resource.Writes}, as an identity provider's. Start with {@link
/// dev.rollcall.scim.replay.Replays}.
@NullMarked
package dev.rollcall.scim.replay;

import org.jspecify.annotations.NullMarked;
