package dev.rollcall.activity;

import java.util.UUID;

/// Learns what some work records.
public interface Witness {
    /// It was recorded, in the transaction of the work.
    void recorded(UUID id, Entry entry);

    /// It changed nothing, and is not recorded unless the witness has it recorded.
    void left(Entry entry);
}
