package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads what a client sent for one attribute into the form in which it is held: names in the schema's
/// spelling, JSON types checked (RFC 7643 §2.3), unassigned and read-only sub-attributes left out, canonical
/// values in their canonical case, equal elements once (RFC 7643 §2.4). Where it is forgiven, a value of another
/// form that can be read in one way only is read that way: see {@link Tolerance}. What could mean two things is
/// refused.
public final class ValueReader {
    /// The longest string that is taken, in characters.
    public static final int MAX_TEXT = 65_536;

    private static final int MAX_CUSTOM_DEPTH = 8;
    private static final String VALUE = "value";
    private static final String REFERENCE = "$ref";

    private final Tolerances tolerances;
    private final SimpleValues simple;

    public ValueReader(Tolerances tolerances) {
        this.tolerances = tolerances;
        this.simple = new SimpleValues(tolerances);
    }

    /// Reads a whole value of `path`: an array for a multi-valued attribute, one value otherwise.
    ///
    /// @return the value, or {@link ScimValue.Null} where nothing is left of it
    /// @throws ScimException `invalidValue` naming the attribute
    public ScimValue read(ResolvedAttribute path, ScimValue value) {
        var sent = path.target().multiValued() ? value : asOne(path, value);
        if (isEmptyText(path.target(), sent)) {
            return ScimValue.Null.NULL;
        }
        return path.target().multiValued() ? readArray(path, sent) : readElement(path, sent);
    }

    /// The one value that a client means where one belongs: also the only one of a list, as {@link #asObject} says.
    ///
    /// @throws ScimException `invalidValue` for several, and for a list in a list
    public ScimValue asOne(ResolvedAttribute path, ScimValue sent) {
        if (!(sent instanceof ScimValue.MultiValued(var elements))) {
            return asObject(path, sent);
        }
        var one = elements.isEmpty() ? ScimValue.Null.NULL : elements.getFirst();
        if (elements.size() > 1 || one instanceof ScimValue.MultiValued || !tolerances.forgive(Tolerance.LIST_AS_ONE)) {
            throw invalid(path, "has one value: send it without an array");
        }
        return asObject(path, one);
    }

    /// Reads one element of a multi-valued attribute, or the value of a singular one, the empty string too.
    ///
    /// @return the element, or {@link ScimValue.Null} where nothing is left of it
    /// @throws ScimException `invalidValue` naming the attribute
    public ScimValue readElement(ResolvedAttribute path, ScimValue value) {
        if (value instanceof ScimValue.Null) {
            return value;
        }
        if (!path.target().isComplex()) {
            return simple.read(path, value);
        }
        return isEmptyText(path.target(), value) ? ScimValue.Null.NULL : readComplex(path, asObject(path, value));
    }

    /// The object that a value stands for where a complex one belongs: JSON in a string, or, where the attribute
    /// has a `value`, that alone. Any other value is returned as it is, and so is the empty string.
    ///
    /// @throws ScimException `invalidValue` for JSON in a string that is nested deeply
    public ScimValue asObject(ResolvedAttribute path, ScimValue sent) {
        var isScalar = sent instanceof ScimValue.Text || sent instanceof ScimValue.Numeric;
        if (!path.target().isComplex() || !isScalar || isNothing(path.target(), sent)) {
            return sent;
        }
        var object = objectIn(path, sent);
        if (object.isPresent()) {
            return object.get();
        }
        var isValue = path.target().subAttribute(VALUE).isPresent() && tolerances.forgive(Tolerance.TEXT_AS_COMPLEX);
        return isValue ? ScimValue.Complex.EMPTY.with(VALUE, sent) : sent;
    }

    private Optional<ScimValue.Complex> objectIn(ResolvedAttribute path, ScimValue sent) {
        return sent instanceof ScimValue.Text(var text) && tolerances.allow(Tolerance.JSON_IN_TEXT)
                ? JsonText.readObject(path.toString(), text).filter(_ -> tolerances.forgive(Tolerance.JSON_IN_TEXT))
                : Optional.empty();
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
            case ScimValue.Text(var text) -> StorableText.check(urn, text).isEmpty() ? ScimValue.Null.NULL : value;
            case ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> value;
            case ScimValue.MultiValued(var elements) ->
                new ScimValue.MultiValued(elements.stream()
                        .map(element -> readCustom(urn, element, depth - 1))
                        .filter(element -> !element.isUnassigned())
                        .toList());
            case ScimValue.Complex(var members) -> {
                var read = new LinkedHashMap<String, ScimValue>();
                members.forEach(
                        (name, member) -> read.put(StorableText.check(urn, name), readCustom(urn, member, depth - 1)));
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
            // An empty object is no element, and no list either.
            if (value.isUnassigned() || !tolerances.forgive(Tolerance.ONE_AS_LIST)) {
                throw invalid(path, "is multi-valued: send an array");
            }
            return readArray(path, ScimValue.array(value));
        }
        var read = new DistinctElements(path.target());
        for (var element : elements) {
            var one = readListed(path, element);
            if (!one.isUnassigned()) {
                read.add(one);
            }
        }
        if (!elements.isEmpty()
                && path.target().isToldByValue()
                && read.list().stream().noneMatch(ValueReader::isTold)) {
            throw invalid(path, "names nothing in any element: send the value of each, or an empty array for none");
        }
        return read.list().isEmpty() ? ScimValue.Null.NULL : PrimaryElement.single(path, read.list(), tolerances);
    }

    // A reference says as much as the value.
    private static boolean isTold(ScimValue element) {
        return element instanceof ScimValue.Complex complex
                && (complex.find(VALUE) != null || complex.find(REFERENCE) != null);
    }

    private ScimValue readListed(ResolvedAttribute path, ScimValue element) {
        var sent = asObject(path, element);
        var one = isWithoutValue(path.target(), sent) ? ScimValue.Null.NULL : readElement(path, sent);
        // Nothing is left out anyway, and noted where it is forgiven.
        if (one.isUnassigned()) {
            tolerances.forgive(Tolerance.EMPTY_ELEMENT);
        }
        return one;
    }

    // Attribute mappings of which nothing came out: an e-mail address of type work whose value is empty.
    private boolean isWithoutValue(SchemaAttribute attribute, ScimValue element) {
        if (!(element instanceof ScimValue.Complex(var members))) {
            return isEmptyText(attribute, element);
        }
        return attribute.subAttribute(VALUE).stream()
                        .anyMatch(value -> members.entrySet().stream()
                                .anyMatch(member -> value.isNamed(member.getKey())
                                        && (member.getValue() instanceof ScimValue.Null
                                                || isNothing(value, member.getValue()))))
                && tolerances.forgive(Tolerance.EMPTY_ELEMENT);
    }

    private boolean isEmptyText(SchemaAttribute attribute, ScimValue value) {
        return isNothing(attribute, value) && tolerances.forgive(Tolerance.EMPTY_TEXT);
    }

    // Blanks may be a name or a title, but lead nowhere.
    private static boolean isNothing(SchemaAttribute attribute, ScimValue value) {
        return value instanceof ScimValue.Text(var text)
                && (attribute.type() == AttributeType.REFERENCE ? text.isBlank() : text.isEmpty());
    }

    private ScimValue readComplex(ResolvedAttribute path, ScimValue value) {
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

    private void refuseUnknown(ResolvedAttribute path, String name) {
        if (!tolerances.forgive(Tolerance.UNKNOWN_ATTRIBUTE)) {
            throw ScimException.invalidSyntax(
                    "Attribute '" + path + "' has no sub-attribute '" + ScimException.printable(name) + "': remove it");
        }
    }

    private static ScimException invalid(ResolvedAttribute path, String why) {
        return ScimException.invalidValue(path.toString(), why);
    }
}
