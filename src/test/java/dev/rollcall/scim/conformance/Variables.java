package dev.rollcall.scim.conformance;

import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The variables of a running scenario and the texts and trees that name them. `${name}` is the variable's
/// value: a whole tree where it stands alone; `${repeat:3:ab}` is `ababab`; `${upper:name}` is the value in
/// capitals. In a tree, `{"$merge": [a, b]}` is object a with the members of b, and `{"$without": [a, "name"]}`
/// is a without that member.
///
/// Not for use by several threads: each run of a repeated step has a copy.
final class Variables {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(?:repeat:(\\d+):([^}]*)|upper:(\\w+)|([A-Za-z]\\w*))}");

    private final Map<String, ScimValue> values;

    Variables() {
        this(Map.of());
    }

    private Variables(Map<String, ScimValue> values) {
        this.values = new HashMap<>(values);
    }

    Variables copy() {
        return new Variables(values);
    }

    void set(String name, ScimValue value) {
        values.put(name, value);
    }

    void set(String name, String value) {
        set(name, ScimValue.of(value));
    }

    String fill(String template) {
        return REFERENCE.matcher(template).replaceAll(found -> Matcher.quoteReplacement(replacement(found)));
    }

    private String replacement(MatchResult found) {
        if (found.group(1) != null) {
            return found.group(2).repeat(Integer.parseInt(found.group(1)));
        }
        return found.group(3) == null
                ? text(value(found.group(4)))
                : text(value(found.group(3))).toUpperCase(Locale.ROOT);
    }

    ScimValue fill(ScimValue template) {
        return switch (template) {
            case ScimValue.Text(var text) -> {
                var whole = REFERENCE.matcher(text);
                yield whole.matches() && whole.group(4) != null ? value(whole.group(4)) : ScimValue.of(fill(text));
            }
            case ScimValue.MultiValued(var elements) ->
                new ScimValue.MultiValued(elements.stream().map(this::fill).toList());
            case ScimValue.Complex object -> object(object);
            case ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> template;
        };
    }

    private ScimValue object(ScimValue.Complex template) {
        var filled = new LinkedHashMap<String, ScimValue>();
        template.members().forEach((name, value) -> filled.put(fill(name), fill(value)));
        var object = new ScimValue.Complex(filled);
        if (object.find("$merge") instanceof ScimValue.MultiValued(var parts)) {
            var merged = new LinkedHashMap<String, ScimValue>();
            parts.forEach(part -> merged.putAll(((ScimValue.Complex) part).members()));
            return new ScimValue.Complex(merged);
        }
        if (object.find("$without") instanceof ScimValue.MultiValued(var parts)) {
            return parts.stream()
                    .skip(1)
                    .reduce(parts.getFirst(), (from, name) -> ((ScimValue.Complex) from).without(text(name)));
        }
        return object;
    }

    private ScimValue value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("There is no variable '" + name + "'; known are " + values.keySet());
        }
        return value;
    }

    private static String text(ScimValue value) {
        return value instanceof ScimValue.Text(var text) ? text : JsonWriter.text(value);
    }
}
