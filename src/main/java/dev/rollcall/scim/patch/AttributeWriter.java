package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.Mutability;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.SchemaValidator;
import dev.rollcall.scim.schema.ScimValue;
import org.jspecify.annotations.Nullable;

/// Sets attributes within the bounds of their mutability (RFC 7644 §3.5.2).
final class AttributeWriter {
    private AttributeWriter() {}

    /// The attributes with `path` set to `value`, or without it where `value` is unassigned. The same object
    /// where that changes nothing.
    ///
    /// @throws ScimException `mutability`; `invalidValue` for more elements than a resource may hold
    static ScimValue.Complex write(ScimValue.Complex attributes, ResolvedAttribute path, ScimValue value) {
        var current = attributes.find(path);
        if (current == null ? value.isUnassigned() : current.equals(value)) {
            return attributes;
        }
        refuseReadOnly(path);
        refuseChange(path, current, value);
        SchemaValidator.checkSize(path, value);
        return attributes.with(path, value);
    }

    /// Refuses to write a read-only attribute, or a sub-attribute of one.
    static void refuseReadOnly(ResolvedAttribute path) {
        if (path.attribute().isReadOnly() || path.target().isReadOnly()) {
            throw ScimException.mutability(path.toString(), "is read-only: remove it from the request");
        }
    }

    /// True for what can be set once.
    static boolean isImmutable(ResolvedAttribute path) {
        return path.target().mutability() == Mutability.IMMUTABLE;
    }

    /// Refuses to change an immutable value or to remove a required one.
    static void refuseChange(ResolvedAttribute path, @Nullable ScimValue current, ScimValue value) {
        if (current == null || current.equals(value)) {
            return;
        }
        if (isImmutable(path)) {
            throw ScimException.mutability(path.toString(), "is immutable and has a value already");
        }
        if (path.target().required() && value.isUnassigned()) {
            throw ScimException.mutability(path.toString(), "is required and cannot be removed");
        }
        if (current instanceof ScimValue.Complex complex) {
            refusePartChange(path, complex, value);
        }
    }

    /// Refuses what {@link #refuseChange} does, within one element of a multi-valued attribute.
    static void refuseElementChange(ResolvedAttribute path, ScimValue.Complex current, ScimValue.Complex changed) {
        if (!current.equals(changed)) {
            refusePartChange(path, current, changed);
        }
    }

    // Required sub-attributes may go with the whole, immutable ones stay.
    private static void refusePartChange(ResolvedAttribute path, ScimValue.Complex current, ScimValue value) {
        var isGone = value.isUnassigned();
        for (var sub : path.attribute().subAttributes()) {
            var part = value instanceof ScimValue.Complex complex ? complex.find(sub.name()) : null;
            if (!isGone || isImmutable(path.at(sub))) {
                refuseChange(path.at(sub), current.find(sub.name()), part == null ? ScimValue.Null.NULL : part);
            }
        }
    }
}
