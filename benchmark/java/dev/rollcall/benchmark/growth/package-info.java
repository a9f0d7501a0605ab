/// What requests cost as an organization grows: the same requests to organizations of several sizes, one after
/// the other, in interleaved rounds. Start with {@link dev.rollcall.benchmark.growth.Growth}.
@NullMarked
package dev.rollcall.benchmark.growth;

import org.jspecify.annotations.NullMarked;
