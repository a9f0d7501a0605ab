/// What one organization notices of another that asks for much. Start with {@link
/// dev.rollcall.benchmark.fairness.FairnessBenchmark}.
@NullMarked
package dev.rollcall.benchmark.fairness;

import org.jspecify.annotations.NullMarked;
