package dev.rollcall.api.page;

import java.util.List;

/// What a page asks of a service: the next so many of a list that has a total order.
///
/// @param after the position behind which they begin, as the page before has given it; empty at the beginning
public record Slice(List<String> after, int limit) {
    public Slice {
        after = List.copyOf(after);
    }
}
