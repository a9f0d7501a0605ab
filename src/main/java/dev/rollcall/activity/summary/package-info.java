/// How much of what came of calls: by hour and connection, summed up once an hour is over, and beside the counters of
/// PingOne; and how often was read. Start with {@link dev.rollcall.activity.summary.Summaries}.
@NullMarked
package dev.rollcall.activity.summary;

import org.jspecify.annotations.NullMarked;
