/// Runs.
@NullMarked
package dev.rollcall.activity.run;

import org.jspecify.annotations.NullMarked;
