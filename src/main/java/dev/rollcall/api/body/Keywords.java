package dev.rollcall.api.body;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How the constants of an enum are written in JSON: small letters, words joined by hyphens.
public final class Keywords {
    private Keywords() {}

    /// The keyword of a constant.
    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    /// The keyword of the constant with this name.
    public static String of(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// All keywords of an enum, with commas between them.
    static String all(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> of(((Enum<?>) constant).name()))
                .collect(Collectors.joining(", "));
    }
}
