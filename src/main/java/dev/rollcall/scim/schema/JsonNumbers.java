package dev.rollcall.scim.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers of JSON (RFC 8259 §6) as texts, no longer than a body may hold them.
final class JsonNumbers {
    /// The most characters of a number.
    static final int MAX_LENGTH = 100;

    private static final Pattern SYNTAX = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

    private JsonNumbers() {}

    /// The number that the text is; empty where it is none, or one out of range.
    static Optional<BigDecimal> parse(String text) {
        if (text.length() > MAX_LENGTH || !SYNTAX.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// The number as it was written, digit by digit; empty for one that was written with an exponent, of which
    /// nobody knows the digits that were meant.
    static Optional<String> print(BigDecimal number) {
        return number.scale() < 0 || number.scale() > MAX_LENGTH
                ? Optional.empty()
                : Optional.of(number.toPlainString());
    }
}
