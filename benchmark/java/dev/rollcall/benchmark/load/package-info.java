/// Fills a database quickly with what the service itself would have written: its own stores run over a database
/// that only listens, and what they would write goes to the real one in large batches. Start with {@link
/// dev.rollcall.benchmark.load.Load}.
@NullMarked
package dev.rollcall.benchmark.load;

import org.jspecify.annotations.NullMarked;
