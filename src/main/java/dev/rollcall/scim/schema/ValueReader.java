package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads what a client sent for one attribute into the form in which it is held: names in the schema's
/// spelling, JSON types checked (RFC 7643 §2.3), unassigned and read-only sub-attributes left out, canonical
/// values in their canonical case, equal elements once (RFC 7643 §2.4). In compatible mode it also accepts
/// booleans as strings and a plain string for a complex value, and takes the empty string for no value.
public final class ValueReader {
    /// The longest string that is taken, in characters.
    public static final int MAX_TEXT = 65_536;

    private static final int MAX_CUSTOM_DEPTH = 8;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

    private final Tolerances tolerances;

    public ValueReader(Tolerances tolerances) {
        this.tolerances = tolerances;
    }

    /// Reads a whole value of `path`: an array for a multi-valued attribute, one value otherwise.
    ///
    /// @return the value, or {@link ScimValue.Null} where nothing is left of it
    /// @throws ScimException `invalidValue` naming the attribute
    public ScimValue read(ResolvedAttribute path, ScimValue value) {
        if (isEmptyText(value)) {
            return ScimValue.Null.NULL;
        }
        return path.target().multiValued() ? readArray(path, value) : readElement(path, value);
    }

    /// Reads one element of a multi-valued attribute, or the value of a singular one, the empty string too.
    ///
    /// @return the element, or {@link ScimValue.Null} where nothing is left of it
    /// @throws ScimException `invalidValue` naming the attribute
    public ScimValue readElement(ResolvedAttribute path, ScimValue value) {
        if (value instanceof ScimValue.Null) {
            return value;
        }
        return path.target().isComplex() ? readComplex(path, value) : readSimple(path, value);
    }

    /// Reads an object that no schema defines, kept as it came but for nulls and empty values.
    ///
    /// @return the object; an unassigned value where nothing is left of it
    /// @throws ScimException `invalidValue` for text that cannot be stored, and for deep nesting
    public static ScimValue readCustom(String urn, ScimValue value) {
        return readCustom(urn, value, MAX_CUSTOM_DEPTH);
    }

    private static ScimValue readCustom(String urn, ScimValue value, int depth) {
        if (depth == 0) {
            throw ScimException.invalidValue(urn, "is nested deeper than " + MAX_CUSTOM_DEPTH + " levels");
        }
        return switch (value) {
            case ScimValue.Text(var text) -> storable(urn, text).isEmpty() ? ScimValue.Null.NULL : value;
            case ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> value;
            case ScimValue.MultiValued(var elements) ->
                new ScimValue.MultiValued(elements.stream()
                        .map(element -> readCustom(urn, element, depth - 1))
                        .filter(element -> !element.isUnassigned())
                        .toList());
            case ScimValue.Complex(var members) -> {
                var read = new LinkedHashMap<String, ScimValue>();
                members.forEach((name, member) -> read.put(storable(urn, name), readCustom(urn, member, depth - 1)));
                read.values().removeIf(ScimValue::isUnassigned);
                yield new ScimValue.Complex(read);
            }
        };
    }

    private ScimValue readArray(ResolvedAttribute path, ScimValue value) {
        if (value instanceof ScimValue.Null) {
            return value;
        }
        if (!(value instanceof ScimValue.MultiValued(var elements))) {
            throw invalid(path, "is multi-valued: send an array");
        }
        var read = new DistinctElements(path.target());
        for (var element : elements) {
            var one = isWithoutValue(element) ? ScimValue.Null.NULL : readElement(path, element);
            if (!one.isUnassigned()) {
                read.add(one);
            }
        }
        return read.list().isEmpty() ? ScimValue.Null.NULL : PrimaryElement.single(path, read.list(), tolerances);
    }

    // Attribute mappings of which nothing came out: an e-mail address of type work whose value is empty.
    private boolean isWithoutValue(ScimValue element) {
        if (!(element instanceof ScimValue.Complex(var members))) {
            return isEmptyText(element);
        }
        return members.entrySet().stream()
                        .anyMatch(member -> member.getKey().equalsIgnoreCase("value") && isNothing(member.getValue()))
                && tolerances.forgive(Tolerance.EMPTY_ELEMENT);
    }

    private static boolean isNothing(ScimValue value) {
        return value instanceof ScimValue.Null || (value instanceof ScimValue.Text(var text) && text.isEmpty());
    }

    private boolean isEmptyText(ScimValue value) {
        return value instanceof ScimValue.Text(var text) && text.isEmpty() && tolerances.forgive(Tolerance.EMPTY_TEXT);
    }

    private ScimValue readComplex(ResolvedAttribute path, ScimValue value) {
        if (value instanceof ScimValue.Text && acceptsPlainText(path.attribute())) {
            return readComplex(path, ScimValue.Complex.EMPTY.with("value", value));
        }
        if (!(value instanceof ScimValue.Complex(var members))) {
            throw invalid(path, "is complex: send a JSON object");
        }
        var read = new LinkedHashMap<String, ScimValue>();
        var seen = new ArrayList<SchemaAttribute>();
        members.forEach((name, member) -> {
            var sub = path.attribute().subAttribute(name);
            if (sub.isEmpty()) {
                refuseUnknown(path, name);
                return;
            }
            if (seen.contains(sub.get())) {
                throw invalid(path.at(sub.get()), "is given twice, in different letter case");
            }
            seen.add(sub.get());
            if (!sub.get().isReadOnly()) {
                var one = read(path.at(sub.get()), member);
                if (!one.isUnassigned()) {
                    read.put(sub.get().name(), one);
                }
            }
        });
        if (read.isEmpty()) {
            return ScimValue.Null.NULL;
        }
        // A large body is held once, not as it came and as it was read.
        return isUnchanged(members, read) ? value : new ScimValue.Complex(read);
    }

    private static boolean isUnchanged(Map<String, ScimValue> sent, Map<String, ScimValue> read) {
        if (sent.size() != read.size()) {
            return false;
        }
        var others = read.entrySet().iterator();
        for (var member : sent.entrySet()) {
            var other = others.next();
            if (!member.getKey().equals(other.getKey()) || !member.getValue().equals(other.getValue())) {
                return false;
            }
        }
        return true;
    }

    // Some clients send the manager's id alone.
    private boolean acceptsPlainText(SchemaAttribute attribute) {
        return !attribute.multiValued()
                && attribute.subAttribute("value").isPresent()
                && tolerances.forgive(Tolerance.TEXT_AS_COMPLEX);
    }

    private void refuseUnknown(ResolvedAttribute path, String name) {
        if (!tolerances.forgive(Tolerance.UNKNOWN_ATTRIBUTE)) {
            throw ScimException.invalidSyntax(
                    "Attribute '" + path + "' has no sub-attribute '" + ScimException.printable(name) + "': remove it");
        }
    }

    private ScimValue readSimple(ResolvedAttribute path, ScimValue value) {
        return switch (path.target().type()) {
            case STRING -> canonical(path.target(), text(path, value, "a string"));
            case BOOLEAN -> bool(path, value);
            case INTEGER -> integer(path, value);
            case DECIMAL -> decimal(path, value);
            case DATE_TIME -> dateTime(path, value);
            case BINARY -> binary(path, value);
            case REFERENCE -> reference(path, value);
            case COMPLEX -> throw new IllegalStateException("complex value of " + path + " read as a simple one");
        };
    }

    private static ScimValue.Text text(ResolvedAttribute path, ScimValue value, String kind) {
        if (!(value instanceof ScimValue.Text text)) {
            throw invalid(path, "takes " + kind);
        }
        storable(path.toString(), text.value());
        return text;
    }

    private static String storable(String path, String text) {
        if (text.length() > MAX_TEXT) {
            throw ScimException.invalidValue(path, "is longer than " + MAX_TEXT + " characters");
        }
        if (text.codePoints().anyMatch(ValueReader::isUnstorable)) {
            throw ScimException.invalidValue(path, "holds U+0000 or half of a surrogate pair: remove that character");
        }
        return text;
    }

    // A code point in the surrogate range is a surrogate without its partner.
    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    // Clients compare the types that they know in lower case, whatever case they sent.
    private static ScimValue canonical(SchemaAttribute attribute, ScimValue.Text text) {
        if (attribute.caseExact()) {
            return text;
        }
        return attribute.canonicalValues().stream()
                .filter(canonical -> canonical.equalsIgnoreCase(text.value()))
                .findFirst()
                .map(ScimValue::of)
                .orElse(text);
    }

    private ScimValue bool(ResolvedAttribute path, ScimValue value) {
        if (value instanceof ScimValue.Bool) {
            return value;
        }
        var isForgiven = value instanceof ScimValue.Text(var text)
                && ("true".equalsIgnoreCase(text) || "false".equalsIgnoreCase(text))
                && tolerances.forgive(Tolerance.TEXT_AS_BOOLEAN);
        if (isForgiven && value instanceof ScimValue.Text(var text)) {
            return ScimValue.of(Boolean.parseBoolean(text));
        }
        throw invalid(path, "is boolean: send true or false");
    }

    private static ScimValue integer(ResolvedAttribute path, ScimValue value) {
        if (value instanceof ScimValue.Numeric(var number) && number.scale() == 0) {
            return value;
        }
        throw invalid(path, "takes an integer, without fraction or exponent");
    }

    private static ScimValue decimal(ResolvedAttribute path, ScimValue value) {
        if (value instanceof ScimValue.Numeric) {
            return value;
        }
        throw invalid(path, "takes a number");
    }

    private static ScimValue dateTime(ResolvedAttribute path, ScimValue value) {
        var text = text(path, value, "a dateTime");
        if (DateTimes.parse(text.value()).isEmpty()) {
            throw invalid(path, "takes a dateTime such as 2026-01-31T10:00:00Z");
        }
        return text;
    }

    private ScimValue binary(ResolvedAttribute path, ScimValue value) {
        var text = text(path, value, "base64 text");
        var digits = text.value().replace("=", "").length();
        var isBase64 = BASE64.matcher(text.value()).matches() && digits % 4 != 1;
        if (!isBase64 && !tolerances.forgive(Tolerance.BINARY)) {
            throw invalid(path, "takes base64 text");
        }
        return text;
    }

    private ScimValue reference(ResolvedAttribute path, ScimValue value) {
        var text = text(path, value, "a URI");
        if (!isUri(text.value()) && !tolerances.forgive(Tolerance.URL)) {
            throw invalid(path, "takes a URI");
        }
        return text;
    }

    private static boolean isUri(String text) {
        try {
            var _ = new URI(text);
            return true;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static ScimException invalid(ResolvedAttribute path, String why) {
        return ScimException.invalidValue(path.toString(), why);
    }
}
