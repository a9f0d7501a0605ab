/// Sums of what came of calls.
@NullMarked
package dev.rollcall.activity.summary;

import org.jspecify.annotations.NullMarked;
