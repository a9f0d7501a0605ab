/// Programs that measure the service from outside, and what they need: data, load, growth, tables and plots.
/// The scripts in `benchmark/` run them; they are built by the profile `benchmark` only.
@NullMarked
package dev.rollcall.benchmark;

import org.jspecify.annotations.NullMarked;
