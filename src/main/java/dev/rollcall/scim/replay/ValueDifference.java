package dev.rollcall.scim.replay;

import org.jspecify.annotations.Nullable;

/// An attribute that has another value. Values are texts, booleans, numbers, lists, and maps by the names of
/// sub-attributes; null where there is none.
///
/// @param attribute its path: `title`, `name.familyName`, those of extensions behind the URN
public record ValueDifference(
        String attribute, @Nullable Object before, @Nullable Object after) {}
