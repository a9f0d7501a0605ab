/// Two builds of the service against each other, over HTTP and on equal data. Start with {@link
/// dev.rollcall.benchmark.compare.Compare}.
@NullMarked
package dev.rollcall.benchmark.compare;

import org.jspecify.annotations.NullMarked;
