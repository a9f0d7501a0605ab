package dev.rollcall.api.page;

import java.util.List;

/// A part of a list that is looked through: what was found in it, and how far it reaches.
///
/// @param next the position behind which the list goes on; empty at the end
public record Stretch<T>(List<T> items, List<String> next) {
    public Stretch {
        items = List.copyOf(items);
        next = List.copyOf(next);
    }
}
