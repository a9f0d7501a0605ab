/// Turns the results of a run into the tables and plots of `docs/performance.md`. Start with {@link
/// dev.rollcall.benchmark.report.Report}.
@NullMarked
package dev.rollcall.benchmark.report;

import org.jspecify.annotations.NullMarked;
