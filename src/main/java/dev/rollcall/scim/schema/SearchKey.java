package dev.rollcall.scim.schema;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// What a simple value is compared by: a text whose binary order in UTF-8 is the order of the values under
/// their definition (`caseExact`, instants, numbers). The in-memory evaluator and the database compare the same
/// keys, so they cannot disagree about case, time zones or collations.
public final class SearchKey {
    // Wide enough for every exponent of a BigDecimal.
    private static final long EXPONENT_BIAS = 5_000_000_000L;

    private SearchKey() {}

    /// The key of `value` as a value of `attribute`. The value has the attribute's type already, see {@link
    /// ValueReader}.
    public static String of(SchemaAttribute attribute, ScimValue value) {
        return switch (value) {
            case ScimValue.Text(var text) -> textKey(attribute, text);
            case ScimValue.Bool(var bool) -> Boolean.toString(bool);
            case ScimValue.Numeric(var number) -> numberKey(number);
            case ScimValue.Null _, ScimValue.MultiValued _, ScimValue.Complex _ ->
                throw new IllegalArgumentException("no key for a value of " + attribute.name() + " that is not simple");
        };
    }

    private static String textKey(SchemaAttribute attribute, String text) {
        return switch (attribute.type()) {
            case DATE_TIME -> DateTimes.parse(text).map(DateTimes::key).orElse(text);
            case BINARY -> withoutPadding(text);
            case STRING, REFERENCE, BOOLEAN, DECIMAL, INTEGER, COMPLEX ->
                attribute.caseExact() ? text : Folding.fold(text);
        };
    }

    // Of what is no base64, too: a sign in the middle counts.
    private static String withoutPadding(String text) {
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        return text.substring(0, end);
    }

    /// The order of two keys: that of their UTF-8 bytes, which is the order of code points.
    public static int compare(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    /// Sign, exponent and digits, each so written that text order is number order; for negative numbers every
    /// digit is complemented and the end marked by a character behind all digits.
    private static String numberKey(BigDecimal number) {
        if (number.signum() == 0) {
            return "1";
        }
        var digits = number.unscaledValue().abs().toString();
        var exponent = (long) digits.length() - number.scale();
        var significant = withoutTrailingZeros(digits);
        var magnitude = String.format(Locale.ROOT, "%010d", exponent + EXPONENT_BIAS) + significant;
        return number.signum() > 0 ? "2" + magnitude : "0" + complement(magnitude) + "~";
    }

    private static String withoutTrailingZeros(String digits) {
        var end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private static String complement(String digits) {
        var complement = new StringBuilder(digits.length());
        digits.chars().forEach(digit -> complement.append((char) ('0' + '9' - digit)));
        return complement.toString();
    }
}
