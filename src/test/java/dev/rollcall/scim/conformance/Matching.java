package dev.rollcall.scim.conformance;

import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compares what came back with what was expected, and collects every difference. An expected object may leave
/// members out; an expected array may not leave elements out. An object with one member whose name begins with
/// `$` is a matcher: see {@link #MATCHERS}.
final class Matching {

    /// `$any` value, `$absent` or empty, regular expression `$match`, `$equals` member for member, `$not` this,
    /// array that `$contains` each of these, `$size` of an array, dateTime `$after` this one, number
    /// `$atLeast`.
    static final Set<String> MATCHERS =
            Set.of("$any", "$absent", "$match", "$equals", "$not", "$contains", "$size", "$after", "$atLeast");

    private final List<String> differences = new ArrayList<>();

    static List<String> differences(String place, ScimValue expected, @Nullable ScimValue actual) {
        var matching = new Matching();
        matching.compare(place, expected, actual);
        return matching.differences;
    }

    private void compare(String place, ScimValue expected, @Nullable ScimValue actual) {
        switch (expected) {
            case ScimValue.Complex object when isMatcher(object) -> match(place, object, actual);
            case ScimValue.Complex object -> members(place, object, actual);
            case ScimValue.MultiValued(var elements) -> elements(place, elements, actual);
            case ScimValue.Numeric(var number) -> {
                if (!(actual instanceof ScimValue.Numeric(var other)) || number.compareTo(other) != 0) {
                    differ(place, expected, actual);
                }
            }
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Null _ -> {
                if (!expected.equals(actual)) {
                    differ(place, expected, actual);
                }
            }
        }
    }

    private static boolean isMatcher(ScimValue.Complex object) {
        return object.members().size() == 1
                && MATCHERS.contains(object.members().firstEntry().getKey());
    }

    private void members(String place, ScimValue.Complex expected, @Nullable ScimValue actual) {
        if (!(actual instanceof ScimValue.Complex object)) {
            differ(place, expected, actual);
            return;
        }
        expected.members().forEach((name, value) -> compare(place + "/" + name, value, object.find(name)));
    }

    private void elements(String place, List<ScimValue> expected, @Nullable ScimValue actual) {
        if (!(actual instanceof ScimValue.MultiValued(var elements)) || elements.size() != expected.size()) {
            differ(place, new ScimValue.MultiValued(expected), actual);
            return;
        }
        for (var i = 0; i < expected.size(); i++) {
            compare(place + "/" + i, expected.get(i), elements.get(i));
        }
    }

    private void match(String place, ScimValue.Complex matcher, @Nullable ScimValue actual) {
        var operand = matcher.members().firstEntry().getValue();
        var matches = switch (matcher.members().firstEntry().getKey()) {
            case "$any" -> actual != null;
            case "$absent" -> actual == null || (actual instanceof ScimValue.MultiValued && actual.isUnassigned());
            case "$match" ->
                actual instanceof ScimValue.Text(var text)
                        && Pattern.compile(text(operand), Pattern.DOTALL)
                                .matcher(text)
                                .matches();
            case "$equals" -> operand.equals(actual);
            case "$not" -> !differences(place, operand, actual).isEmpty();
            case "$contains" ->
                actual instanceof ScimValue.MultiValued(var elements)
                        && ((ScimValue.MultiValued) operand)
                                .elements().stream().allMatch(each -> isAmong(each, elements));
            case "$size" -> actual instanceof ScimValue.MultiValued(var elements) && elements.size() == number(operand);
            case "$after" ->
                actual instanceof ScimValue.Text(var text)
                        && OffsetDateTime.parse(text).isAfter(OffsetDateTime.parse(text(operand)));
            case "$atLeast" ->
                actual instanceof ScimValue.Numeric(var value) && value.intValueExact() >= number(operand);
            default -> throw new IllegalStateException("No rule for " + matcher);
        };
        if (!matches) {
            differ(place, matcher, actual);
        }
    }

    private static boolean isAmong(ScimValue expected, List<ScimValue> elements) {
        return elements.stream()
                .anyMatch(each -> differences("", expected, each).isEmpty());
    }

    private static String text(ScimValue operand) {
        return ((ScimValue.Text) operand).value();
    }

    private static int number(ScimValue operand) {
        return ((ScimValue.Numeric) operand).value().intValueExact();
    }

    private void differ(String place, ScimValue expected, @Nullable ScimValue actual) {
        differences.add(place + ": expected " + JsonWriter.text(expected) + ", was "
                + (actual == null ? "absent" : JsonWriter.text(actual)));
    }
}
