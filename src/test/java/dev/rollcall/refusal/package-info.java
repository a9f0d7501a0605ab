/// Tests of refusals, and of the rule for names.
@NullMarked
package dev.rollcall.refusal;

import org.jspecify.annotations.NullMarked;
