/// How often something may happen, by a clock that the test turns.
@NullMarked
package dev.rollcall.throttling;

import org.jspecify.annotations.NullMarked;
