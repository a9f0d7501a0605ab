/// That no organization's requests are felt by another: what they share is places, of which each party has its share
/// and waits for more in a line of its own. Start with {@link dev.rollcall.fairness.Fairness}; who gets the next place
/// is decided by {@link dev.rollcall.fairness.Places}.
@NullMarked
package dev.rollcall.fairness;

import org.jspecify.annotations.NullMarked;
