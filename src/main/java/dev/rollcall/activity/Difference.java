package dev.rollcall.activity;

import java.util.List;

/// What is other than before.
///
/// @param attributes the names of those that changed, never their values
public record Difference(List<String> attributes, long membersAdded, long membersRemoved) {
    /// Nothing is.
    public static final Difference NONE = new Difference(List.of(), 0, 0);

    public Difference {
        attributes = List.copyOf(attributes);
    }
}
