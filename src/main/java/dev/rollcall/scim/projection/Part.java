package dev.rollcall.scim.projection;

import dev.rollcall.scim.schema.ScimValue;
import java.util.LinkedHashMap;
import java.util.Set;

/// How much of a value is shown.
sealed interface Part {
    /// All of it.
    record Whole() implements Part {}

    /// These members of the object, or of each object in the array. Without names that is nothing.
    record Members(Set<String> names) implements Part {}

    /// All of a value.
    static Part whole() {
        return new Whole();
    }

    /// Nothing of a value.
    static Part nothing() {
        return new Members(Set.of());
    }

    /// True where nothing of a value is shown.
    default boolean isNothing() {
        return this instanceof Members(var names) && names.isEmpty();
    }

    /// The shown part of `value`; an unassigned value where nothing is left.
    default ScimValue of(ScimValue value) {
        return switch (this) {
            case Whole _ -> value;
            case Members(var names) -> members(names, value);
        };
    }

    private static ScimValue members(Set<String> names, ScimValue value) {
        return switch (value) {
            case ScimValue.Complex(var members) -> {
                var shown = new LinkedHashMap<>(members);
                shown.keySet().retainAll(names);
                yield new ScimValue.Complex(shown);
            }
            case ScimValue.MultiValued(var elements) ->
                new ScimValue.MultiValued(elements.stream()
                        .map(element -> members(names, element))
                        .filter(element -> !element.isUnassigned())
                        .toList());
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> ScimValue.Null.NULL;
        };
    }
}
