package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.ScimValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells whether a client sends a read-only value back as it got it: Okta puts the `id` into the value of a
/// renaming, others whole resources.
final class ReadOnlyEcho {
    private ReadOnlyEcho() {}

    /// True where `sent` is the current value, some elements or some members of it or of them, or no value at
    /// all.
    static boolean isEcho(ScimValue sent, @Nullable ScimValue current) {
        if (sent.isUnassigned()) {
            return true;
        }
        return switch (sent) {
            case ScimValue.Complex(var members) ->
                current instanceof ScimValue.Complex held
                        && members.entrySet().stream()
                                .allMatch(member -> isEcho(member.getValue(), member(held, member.getKey())));
            case ScimValue.MultiValued(var elements) ->
                current instanceof ScimValue.MultiValued(var held)
                        && elements.stream().allMatch(element -> held.stream().anyMatch(one -> isEcho(element, one)));
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> sent.equals(current);
        };
    }

    private static @Nullable ScimValue member(ScimValue.Complex held, String name) {
        return held.members().entrySet().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
