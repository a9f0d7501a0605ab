package dev.rollcall.api.page;

import java.util.List;

/// What a service found for a page.
///
/// @param next the position behind which it reads on; empty at the end
public record Found<T>(List<T> items, List<String> next) {
    public Found {
        items = List.copyOf(items);
        next = List.copyOf(next);
    }
}
