/// How a connection does: whether it was ever heard of, when it last succeeded and was last refused, and what somebody
/// who sets it up got wrong. Start with {@link dev.rollcall.activity.health.ConnectionHealth}.
@NullMarked
package dev.rollcall.activity.health;

import org.jspecify.annotations.NullMarked;
