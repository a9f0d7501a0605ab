package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.ValueReader;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Reads what a client sent for one value and puts it into the value that is there.
final class ValueMerge {
    private static final String VALUE = "value";
    private static final String REFERENCE = "$ref";

    private final ValueReader reader;

    ValueMerge(Tolerances tolerances) {
        reader = new ValueReader(tolerances);
    }

    /// The value of a singular attribute after `sent` was added to it or replaces it: a simple value is
    /// replaced, of a complex one the sub-attributes that were sent (RFC 7644 §3.5.2.1, §3.5.2.3), of which
    /// null removes one. An unassigned value where nothing is left.
    ScimValue singular(ResolvedAttribute path, @Nullable ScimValue current, ScimValue sent) {
        var one = reader.asOne(path, sent);
        var read = reader.read(path, one);
        if (!path.target().isComplex() || one.isUnassigned()) {
            return read;
        }
        if (read.isUnassigned() && !(one instanceof ScimValue.Complex)) {
            return read;
        }
        return merged(path, current, one, read);
    }

    /// The element after the sub-attributes in `sent` were put into it.
    ScimValue.Complex element(ResolvedAttribute path, ScimValue current, ScimValue sent) {
        var one = reader.asOne(path, sent);
        return merged(path, current, one, reader.readElement(path, one));
    }

    private static ScimValue.Complex merged(
            ResolvedAttribute path, @Nullable ScimValue current, ScimValue sent, ScimValue read) {
        var members = new LinkedHashMap<String, ScimValue>();
        if (current instanceof ScimValue.Complex(var held)) {
            members.putAll(held);
        }
        if (sent instanceof ScimValue.Complex(var raw)) {
            raw.keySet()
                    .forEach(name -> path.attribute()
                            .subAttribute(name)
                            .filter(sub -> !sub.isReadOnly())
                            .ifPresent(sub -> members.remove(sub.name())));
        }
        if (read instanceof ScimValue.Complex(var assigned)) {
            members.putAll(assigned);
        }
        return withoutStaleReference(current, new ScimValue.Complex(members));
    }

    /// The element with one of its sub-attributes set, or without it where `sent` is unassigned.
    ScimValue.Complex withSub(ResolvedAttribute path, ScimValue.Complex element, ScimValue sent) {
        return withoutStaleReference(element, withMember(element, path.target().name(), reader.read(path, sent)));
    }

    private static ScimValue.Complex withMember(ScimValue.Complex element, String name, ScimValue value) {
        return value.isUnassigned() ? element.without(name) : element.with(name, value);
    }

    // A reference that was sent for the former value does not lead to the new one.
    static ScimValue.Complex withoutStaleReference(@Nullable ScimValue before, ScimValue.Complex after) {
        if (before instanceof ScimValue.Complex former) {
            var value = former.find(VALUE);
            var reference = former.find(REFERENCE);
            if (value != null
                    && reference != null
                    && !value.equals(after.find(VALUE))
                    && reference.equals(after.find(REFERENCE))) {
                return after.without(REFERENCE);
            }
        }
        return after;
    }
}
