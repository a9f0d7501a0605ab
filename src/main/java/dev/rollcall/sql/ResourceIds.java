package dev.rollcall.sql;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Identifiers of resources: UUIDs, in lower case for clients, 16 bytes in the database.
public final class ResourceIds {
    private static final int TEXT_LENGTH = 36;

    private ResourceIds() {}

    /// The identifier that `text` is. Any text is legal in a path (`/Users/0`); what no resource can be called
    /// is empty. Identifiers are case-exact, so upper case is empty as well.
    public static Optional<UUID> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The bytes in the order in which the database keeps them.
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /// The bytes of identifiers for a list in a statement, the last one several times: there are as many as the next
    /// power of two, so that a statement that is prepared has few texts.
    public static List<byte[]> padded(Collection<UUID> ids) {
        var bytes = new ArrayList<byte[]>();
        ids.forEach(id -> bytes.add(bytes(id)));
        while (Integer.bitCount(bytes.size()) > 1) {
            bytes.add(bytes.getLast());
        }
        return bytes;
    }

    /// The identifier behind bytes of the database.
    public static UUID fromBytes(byte[] bytes) {
        return fromBytes(bytes, 0);
    }

    /// The identifier behind the bytes that begin at `first`.
    public static UUID fromBytes(byte[] bytes, int first) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(first), buffer.getLong(first + Long.BYTES));
    }
}
