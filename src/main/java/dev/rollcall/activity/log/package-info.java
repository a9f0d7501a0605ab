/// The activity as it is read: pages from the newest call to the oldest, each of which looks at no more than so many
/// rows however many there are, and what is too old removed. Start with {@link dev.rollcall.activity.log.ActivityLog}.
@NullMarked
package dev.rollcall.activity.log;

import org.jspecify.annotations.NullMarked;
