/// How what administrators ask for is refused, whichever door they use: a kind, and a sentence that says what to do
/// instead. Start with {@link dev.rollcall.refusal.RefusedException}.
@NullMarked
package dev.rollcall.refusal;

import org.jspecify.annotations.NullMarked;
