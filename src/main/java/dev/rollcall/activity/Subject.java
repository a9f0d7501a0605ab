package dev.rollcall.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The resource that a call was about, as far as that is known.
///
/// @param name as it was called then
public record Subject(
        @Nullable String type,
        @Nullable UUID id,
        @Nullable String name,
        @Nullable Long version) {

    /// Nobody knows.
    public static final Subject UNKNOWN = new Subject(null, null, null, null);
}
