/// The clock that everything reads and the identifiers that begin with a time. Start with {@link
/// dev.rollcall.time.UuidV7}.
@NullMarked
package dev.rollcall.time;

import org.jspecify.annotations.NullMarked;
