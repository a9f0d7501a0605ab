package dev.rollcall.scim.schema;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A value of RFC 7643 §2.3 between JSON and the database: immutable, compared by content, the order of members
/// without meaning. Strings, dateTimes, references and binaries are all {@link Text}; the schema tells which.
///
/// They, and other records that every request compares, say themselves when they are equal: what would be
/// generated is interpreted in a native executable.
public sealed interface ScimValue {

    /// A JSON string.
    record Text(String value) implements ScimValue {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text(var its) && value.equals(its);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /// A JSON boolean.
    record Bool(boolean value) implements ScimValue {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bool(var its) && value == its;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(value);
        }
    }

    /// A JSON number, with the scale it was written in: `1` is an integer, `1.0` and `1e3` are not (RFC 7643
    /// §2.3.4).
    record Numeric(BigDecimal value) implements ScimValue {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Numeric(var its) && value.equals(its);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

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

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof MultiValued(var its) && elements.equals(its));
        }

        @Override
        public int hashCode() {
            return elements.hashCode();
        }
    }

    /// A JSON object. Names are compared exactly: in a resource read through its schema they are the schema's
    /// own spelling.
    record Complex(SequencedMap<String, ScimValue> members) implements ScimValue {
        /// The object without members.
        public static final Complex EMPTY = new Complex(new LinkedHashMap<>());

        public Complex {
            members = MemberMap.copyOf(members);
        }

        /// The member `name`, or null where there is none.
        public @Nullable ScimValue find(String name) {
            return members.get(name);
        }

        /// The value of the attribute that `path` names in a resource as it is held (extension attributes in a
        /// member named by the URI), or null where it has none. A sub-attribute of a multi-valued attribute has
        /// no one value.
        public @Nullable ScimValue find(ResolvedAttribute path) {
            var extension = path.extension();
            var container = extension == null ? this : find(extension.id());
            var value = container instanceof Complex complex
                    ? complex.find(path.attribute().name())
                    : null;
            var sub = path.subAttribute();
            if (sub == null) {
                return value;
            }
            return value instanceof Complex complex ? complex.find(sub.name()) : null;
        }

        /// This object with `name` set to `value`; a member that is there keeps its place.
        public Complex with(String name, ScimValue value) {
            var changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new Complex(changed);
        }

        /// This object with the attribute at `path` set, or removed where `value` is unassigned, in a resource
        /// as it is held. Containers come into being as they are needed, and go when nothing is left in them.
        public Complex with(ResolvedAttribute path, ScimValue value) {
            var sub = path.subAttribute();
            if (sub != null) {
                var attribute = find(path.whole()) instanceof Complex complex ? complex : EMPTY;
                return with(path.whole(), attribute.assigned(sub.name(), value));
            }
            var extension = path.extension();
            if (extension == null) {
                return assigned(path.attribute().name(), value);
            }
            var container = find(extension.id()) instanceof Complex complex ? complex : EMPTY;
            return assigned(extension.id(), container.assigned(path.attribute().name(), value));
        }

        private Complex assigned(String name, ScimValue value) {
            return value.isUnassigned() ? without(name) : with(name, value);
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

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Complex(var its) && members.equals(its));
        }

        @Override
        public int hashCode() {
            return members.hashCode();
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
