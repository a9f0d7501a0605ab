package dev.rollcall.api.page;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a page asks of a service: the next so many of a list that has a total order.
///
/// @param after the position behind which they begin, as the page before has given it; empty at the beginning
public record Slice(List<String> after, int limit) {
    public Slice {
        after = List.copyOf(after);
    }

    /// The position in a list that is ordered by one text; empty at the beginning.
    public String afterText() {
        return after.isEmpty() ? "" : after.getFirst();
    }

    /// The position in a list that is ordered by identifiers; null at the beginning.
    public @Nullable UUID afterId() {
        return after.isEmpty() ? null : UUID.fromString(after.getFirst());
    }
}
