package dev.rollcall.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What came of a call.
public enum Result {
    CREATED,
    UPDATED,
    /// It was done, and nothing is other than before.
    UNCHANGED,
    DISABLED,
    ENABLED,
    DELETED,
    REFUSED;

    /// The word in the database and for readers.
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one with this word.
    public static Optional<Result> of(String keyword) {
        return Arrays.stream(values())
                .filter(result -> result.keyword().equals(keyword))
                .findFirst();
    }
}
