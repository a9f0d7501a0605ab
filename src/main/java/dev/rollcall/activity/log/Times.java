package dev.rollcall.activity.log;

import dev.rollcall.sql.ResourceIds;
import java.util.UUID;

/// Times as identifiers: the rows of the activity begin with the milliseconds at which they were made.
public final class Times {
    private static final int RANDOM_BITS = 16;

    private Times() {}

    /// The bytes of the least identifier of a time.
    public static byte[] first(long millis) {
        return ResourceIds.bytes(new UUID(Math.max(0, millis) << RANDOM_BITS, 0));
    }

    /// The time at which an identifier was made.
    public static long millis(UUID id) {
        return id.getMostSignificantBits() >>> RANDOM_BITS;
    }
}
