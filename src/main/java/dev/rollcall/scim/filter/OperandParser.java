package dev.rollcall.scim.filter;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the value of a comparison: a JSON string, number, `true`, `false` or `null`.
///
/// Where that is forgiven, the three words ignore case, and text stands without quotes, up to the next blank or
/// what closes. An unquoted number may then be meant as text, so it is read as a number only where its text can
/// be told from the number again; `12e5` stays text. {@link OperandTyping} decides by the attribute. What looks
/// like the beginning of something else is refused.
final class OperandParser {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

    // What is left of a dateTime whose `+` was read as a space.
    private static final Pattern LOCAL_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:[0-9:.]+");
    private static final Pattern OFFSET = Pattern.compile("\\d\\d:\\d\\d");

    private static final Set<String> KEYWORDS = Set.of("true", "false", "null");

    private final FilterText text;
    private final Tolerances tolerances;

    OperandParser(FilterText text, Tolerances tolerances) {
        this.text = text;
        this.tolerances = tolerances;
    }

    ScimValue parse(CompareOp op) {
        text.skipSpace();
        var start = text.position();
        if (text.peek() == '"') {
            return ScimValue.of(text.string());
        }
        if (text.peek() == '\'') {
            throw ScimException.invalidFilter(start, "values take double quotes, not single ones");
        }
        var word = text.unquotedValue();
        if (word.isEmpty() || word.equalsIgnoreCase("and") || word.equalsIgnoreCase("or")) {
            throw ScimException.invalidFilter(start, "a value is missing behind '" + op.keyword() + "'");
        }
        return literal(word)
                .or(() -> number(word, start))
                .or(() -> unquoted(word, op, start))
                .orElseThrow(() -> ScimException.invalidFilter(
                        start,
                        "'" + ScimException.printable(word) + "' is no value: put text in double quotes, as in "
                                + op.keyword() + " \"jdoe\""));
    }

    private Optional<ScimValue> literal(String word) {
        return switch (keyword(word)) {
            case "true" -> Optional.of(ScimValue.of(true));
            case "false" -> Optional.of(ScimValue.of(false));
            case "null" -> Optional.of(ScimValue.Null.NULL);
            default -> Optional.empty();
        };
    }

    private String keyword(String word) {
        var keyword = word.toLowerCase(Locale.ROOT);
        return KEYWORDS.contains(keyword) && !keyword.equals(word) && tolerances.forgive(Tolerance.KEYWORD_CASE)
                ? keyword
                : word;
    }

    private Optional<ScimValue> number(String word, int start) {
        if (!isNumber(word) || isLeftAsText(word, tolerances)) {
            return Optional.empty();
        }
        return Optional.of(new ScimValue.Numeric(decimal(word)
                .orElseThrow(() -> ScimException.invalidFilter(start, "the exponent of this number is out of range"))));
    }

    private Optional<ScimValue> unquoted(String word, CompareOp op, int start) {
        var isText = word.chars().allMatch(c -> c > ' ' && "\"([".indexOf(c) < 0);
        if (!isText || !tolerances.forgive(Tolerance.UNQUOTED_OPERAND)) {
            return Optional.empty();
        }
        var next = following();
        if (next.equalsIgnoreCase("pr") || CompareOp.of(next).isPresent()) {
            throw ScimException.invalidFilter(
                    start,
                    "a value is missing behind '" + op.keyword() + "', or '" + ScimException.printable(word)
                            + "' is that value, and 'and' or 'or' is missing behind it");
        }
        if (LOCAL_TIME.matcher(word).matches()
                && OFFSET.matcher(next).matches()
                && tolerances.forgive(Tolerance.UNENCODED_PLUS)) {
            text.skipSpace();
            return Optional.of(ScimValue.of(word + "+" + text.unquotedValue()));
        }
        return Optional.of(ScimValue.of(word));
    }

    private String following() {
        var end = text.position();
        text.skipSpace();
        var word = text.unquotedValue();
        text.moveTo(end);
        return word;
    }

    /// Whether unquoted text that is a number was read as text, since the number would not say how it was written.
    static boolean isLeftAsText(String number, Tolerances tolerances) {
        return tolerances.allow(Tolerance.UNQUOTED_OPERAND) && !keepsItsText(number);
    }

    private static boolean keepsItsText(String number) {
        return number.chars().noneMatch(c -> c == 'e' || c == 'E')
                && decimal(number)
                        .filter(value -> value.toPlainString().equals(number))
                        .isPresent();
    }

    /// True for a number as JSON writes it (RFC 8259 §6).
    static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    /// The number that JSON text stands for; empty where its exponent exceeds what can be held.
    static Optional<BigDecimal> decimal(String number) {
        try {
            return Optional.of(new BigDecimal(number));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
