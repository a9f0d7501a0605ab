package dev.rollcall.scim.conformance.tolerance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.schema.ScimValue;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is in a JSON value.
final class Held {
    private Held() {}

    /// Asserts that `value` has every member of `expected`, however deep, and none where that has null.
    static void assertIn(@Nullable ScimValue value, ScimValue expected, String about) {
        assertThat(has(value, expected))
                .as("%s%nis to hold %s%nafter %s", value, expected, about)
                .isTrue();
    }

    private static boolean has(@Nullable ScimValue value, ScimValue expected) {
        return switch (expected) {
            case ScimValue.Null _ -> value == null;
            case ScimValue.Complex(var members) ->
                value instanceof ScimValue.Complex object
                        && members.entrySet().stream()
                                .allMatch(member -> has(object.find(member.getKey()), member.getValue()));
            case ScimValue.MultiValued(var elements) -> {
                if (!(value instanceof ScimValue.MultiValued(var others)) || others.size() != elements.size()) {
                    yield false;
                }
                var equal = true;
                for (var i = 0; i < elements.size(); i++) {
                    equal &= has(others.get(i), elements.get(i));
                }
                yield equal;
            }
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _ -> expected.equals(value);
        };
    }

    /// The members of `first`, with those of `second` in their place; without those that are null there.
    static ScimValue.Complex over(ScimValue.Complex first, ScimValue.Complex second) {
        var members = new LinkedHashMap<>(first.members());
        members.putAll(second.members());
        members.values().removeIf(ScimValue.Null.class::isInstance);
        return new ScimValue.Complex(members);
    }

    /// The value with every text in it changed.
    static ScimValue texts(ScimValue value, UnaryOperator<String> change) {
        return switch (value) {
            case ScimValue.Text(var text) -> ScimValue.of(change.apply(text));
            case ScimValue.Complex(var members) -> {
                var changed = new LinkedHashMap<String, ScimValue>();
                members.forEach((name, member) -> changed.put(name, texts(member, change)));
                yield new ScimValue.Complex(changed);
            }
            case ScimValue.MultiValued(var elements) ->
                new ScimValue.MultiValued(
                        elements.stream().map(element -> texts(element, change)).toList());
            case ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> value;
        };
    }
}
