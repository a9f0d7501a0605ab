/// Refused calls on their way to the activity: what of them is told, and what of their bodies is kept, which is never a
/// secret. Start with {@link dev.rollcall.scim.refused.RefusedCalls}.
@NullMarked
package dev.rollcall.scim.refused;

import org.jspecify.annotations.NullMarked;
