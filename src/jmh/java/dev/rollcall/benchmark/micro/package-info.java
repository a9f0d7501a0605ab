/// Costs of single pieces of the service, by JMH: what a request or a write pays for parsing, patching,
/// projecting, translating and writing. `benchmark/jmh` runs them.
@NullMarked
package dev.rollcall.benchmark.micro;

import org.jspecify.annotations.NullMarked;
