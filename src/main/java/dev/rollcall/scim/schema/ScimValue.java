package dev.rollcall.scim.schema;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A value of RFC 7643 §2.3 between JSON and the database: immutable, compared by content, the order of members
/// without meaning. Strings, dateTimes, references and binaries are all {@link Text}; the schema tells which.
public sealed interface ScimValue {

    /// A JSON string.
    record Text(String value) implements ScimValue {}

    /// A JSON boolean.
    record Bool(boolean value) implements ScimValue {}

    /// A JSON number, with the scale it was written in: `1` is an integer, `1.0` and `1e3` are not (RFC 7643
    /// §2.3.4).
    record Numeric(BigDecimal value) implements ScimValue {}

    /// The JSON literal `null`: an explicit "no value" in what a client sends (RFC 7643 §2.5). Never part of a
    /// stored resource.
    enum Null implements ScimValue {
        NULL
    }

    /// A JSON array.
    record MultiValued(List<ScimValue> elements) implements ScimValue {
        public MultiValued {
            elements = List.copyOf(elements);
        }
    }

    /// A JSON object. Names are compared exactly: in a resource read through its schema they are the schema's
    /// own spelling.
    record Complex(SequencedMap<String, ScimValue> members) implements ScimValue {
        /// The object without members.
        public static final Complex EMPTY = new Complex(new LinkedHashMap<>());

        public Complex {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        /// The member `name`, or null where there is none.
        public @Nullable ScimValue find(String name) {
            return members.get(name);
        }

        /// This object with `name` set to `value`; a member that is there keeps its place.
        public Complex with(String name, ScimValue value) {
            var changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new Complex(changed);
        }

        /// This object without `name`; the same object where there is no such member.
        public Complex without(String name) {
            if (!members.containsKey(name)) {
                return this;
            }
            var changed = new LinkedHashMap<>(members);
            changed.remove(name);
            return new Complex(changed);
        }

        /// True for an object without members.
        public boolean isEmpty() {
            return members.isEmpty();
        }
    }

    /// True for what RFC 7643 §2.5 calls unassigned: null, the empty array and the empty object.
    default boolean isUnassigned() {
        return switch (this) {
            case Null _ -> true;
            case MultiValued(var elements) -> elements.isEmpty();
            case Complex complex -> complex.isEmpty();
            case Text _, Bool _, Numeric _ -> false;
        };
    }

    /// A string value.
    static ScimValue of(String value) {
        return new Text(value);
    }

    /// A boolean value.
    static ScimValue of(boolean value) {
        return new Bool(value);
    }

    /// An integer value.
    static ScimValue of(long value) {
        return new Numeric(BigDecimal.valueOf(value));
    }

    /// An array of the given elements.
    static MultiValued array(ScimValue... elements) {
        return new MultiValued(List.of(elements));
    }

    /// An object of the given members, in the map's order.
    static Complex object(Map<String, ? extends ScimValue> members) {
        return new Complex(new LinkedHashMap<>(members));
    }
}
