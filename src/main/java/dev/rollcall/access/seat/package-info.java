/// How many members an organization may have at a time, where it has a limit. Start with {@link
/// dev.rollcall.access.seat.Seats}.
@NullMarked
package dev.rollcall.access.seat;

import org.jspecify.annotations.NullMarked;
