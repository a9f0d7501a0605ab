/// A generated directory: organizations with users and groups as they are met in the field. Everything is a
/// function of a seed and a number, so nothing is kept, and whoever measures knows what to ask for. Start with
/// {@link dev.rollcall.benchmark.data.Directory}.
@NullMarked
package dev.rollcall.benchmark.data;

import org.jspecify.annotations.NullMarked;
