/// How often something may happen. Start with {@link dev.rollcall.throttling.Pace}.
@NullMarked
package dev.rollcall.throttling;

import org.jspecify.annotations.NullMarked;
