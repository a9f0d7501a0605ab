package dev.rollcall.envelope;

import org.jspecify.annotations.Nullable;

/// A secret as its row has it.
///
/// @param content the secret itself where it is plain, else encrypted with the data key
/// @param dataKey encrypted with the key-encryption key; null for what is plain
/// @param keyId of the key-encryption key; null for what is plain
@SuppressWarnings("ArrayRecordComponent") // a row, which nobody compares
public record Stored(
        byte[] content, byte @Nullable [] dataKey, @Nullable String keyId) {

    static Stored plain(byte[] content) {
        return new Stored(content, null, null);
    }

    /// Without the content.
    @Override
    public String toString() {
        return "Stored[" + keyId + "]";
    }
}
