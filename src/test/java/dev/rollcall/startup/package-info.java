/// Tests of what stops the start.
@NullMarked
package dev.rollcall.startup;

import org.jspecify.annotations.NullMarked;
