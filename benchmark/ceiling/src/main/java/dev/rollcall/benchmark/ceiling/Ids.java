package dev.rollcall.benchmark.ceiling;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Identifiers as the tables hold them.
final class Ids {
    private Ids() {}

    /// One that is greater than those of earlier milliseconds.
    static byte[] next() {
        var random = ThreadLocalRandom.current();
        var high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return bytes(new UUID(high, random.nextLong() >>> 2 | 0x8000000000000000L));
    }

    /// The 16 bytes.
    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
