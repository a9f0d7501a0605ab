package dev.rollcall.scim.replay;

import dev.rollcall.activity.Entry;
import dev.rollcall.activity.Extent;
import dev.rollcall.activity.Witness;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one write has recorded: the entry about the resource that it was for is the last that is not beside another.
final class Seen implements Witness {
    private @Nullable UUID id;
    private @Nullable Entry entry;
    private @Nullable Entry unrecorded;

    @Override
    public void recorded(UUID recordedId, Entry recorded) {
        if (recorded.outcome().extent() != Extent.BESIDE) {
            id = recordedId;
            entry = recorded;
        }
    }

    @Override
    public void left(Entry left) {
        entry = left;
        unrecorded = left;
    }

    /// What was done.
    Entry entry() {
        return Objects.requireNonNull(entry, "a write that is done is recorded");
    }

    /// Under which id it is recorded; null where it is not.
    @Nullable
    UUID id() {
        return id;
    }

    /// What is to be recorded when the transaction has ended; null where all is.
    @Nullable
    Entry unrecorded() {
        return unrecorded;
    }
}
