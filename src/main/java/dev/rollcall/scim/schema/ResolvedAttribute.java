package dev.rollcall.scim.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An attribute path that was found in a resource type: the extension it belongs to (null for the core schema
/// and the common attributes), the attribute, and the sub-attribute where the path names one.
public record ResolvedAttribute(
        @Nullable Schema extension,
        SchemaAttribute attribute,
        @Nullable SchemaAttribute subAttribute) {

    /// The definition that the path ends at: the sub-attribute, or else the attribute.
    public SchemaAttribute target() {
        return subAttribute == null ? attribute : subAttribute;
    }

    /// The same attribute at its sub-attribute `sub`.
    public ResolvedAttribute at(SchemaAttribute sub) {
        return new ResolvedAttribute(extension, attribute, sub);
    }

    /// The attribute as a whole, without the sub-attribute.
    public ResolvedAttribute whole() {
        return subAttribute == null ? this : new ResolvedAttribute(extension, attribute, null);
    }

    // The parts are nearly always the same objects, which Objects.equals sees before it compares them.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ResolvedAttribute(var itsExtension, var itsAttribute, var itsSubAttribute)
                        && Objects.equals(extension, itsExtension)
                        && Objects.equals(attribute, itsAttribute)
                        && Objects.equals(subAttribute, itsSubAttribute));
    }

    // That of all its parts would go through whole schemas.
    @Override
    public int hashCode() {
        return attribute.name().hashCode() * 31
                + (subAttribute == null ? 0 : subAttribute.name().hashCode());
    }

    /// The path in the schema's own spelling, with the URI for extensions only.
    @Override
    public String toString() {
        var names = subAttribute == null ? attribute.name() : attribute.name() + "." + subAttribute.name();
        return extension == null ? names : extension.id() + ":" + names;
    }
}
