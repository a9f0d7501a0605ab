package dev.rollcall.scim.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One attribute definition with all characteristics of RFC 7643 §7. Sub-attributes are there only for the type
/// complex.
public record SchemaAttribute(
        String name,
        AttributeType type,
        boolean multiValued,
        String description,
        boolean required,
        boolean caseExact,
        Mutability mutability,
        Returned returned,
        Uniqueness uniqueness,
        List<String> canonicalValues,
        List<String> referenceTypes,
        List<SchemaAttribute> subAttributes) {

    public SchemaAttribute {
        canonicalValues = List.copyOf(canonicalValues);
        referenceTypes = List.copyOf(referenceTypes);
        subAttributes = List.copyOf(subAttributes);
    }

    /// The sub-attribute called `name` in any case (RFC 7643 §2.1).
    public Optional<SchemaAttribute> subAttribute(String name) {
        return subAttributes.stream().filter(sub -> sub.isNamed(name)).findFirst();
    }

    /// True where `name` is this attribute's name in any case.
    public boolean isNamed(String name) {
        return this.name.equalsIgnoreCase(name);
    }

    /// True for the type complex.
    public boolean isComplex() {
        return type == AttributeType.COMPLEX;
    }

    /// True for multi-valued complex attributes that mark one element as preferred (RFC 7643 §2.4).
    public boolean hasPrimary() {
        return multiValued
                && subAttribute("primary")
                        .filter(sub -> sub.type() == AttributeType.BOOLEAN)
                        .isPresent();
    }

    /// True for multi-valued complex attributes whose elements come and go as wholes, told from each other by a
    /// `value` that never changes (RFC 7643 §4.2).
    public boolean isToldByValue() {
        return multiValued
                && subAttribute("value")
                        .filter(sub -> sub.mutability() == Mutability.IMMUTABLE)
                        .isPresent();
    }

    /// True where a client can never set the attribute.
    public boolean isReadOnly() {
        return mutability == Mutability.READ_ONLY;
    }

    // Definitions are nearly always the same objects, or of other names.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SchemaAttribute its
                        && name.equals(its.name)
                        && type == its.type
                        && multiValued == its.multiValued
                        && description.equals(its.description)
                        && required == its.required
                        && caseExact == its.caseExact
                        && mutability == its.mutability
                        && returned == its.returned
                        && uniqueness == its.uniqueness
                        && canonicalValues.equals(its.canonicalValues)
                        && referenceTypes.equals(its.referenceTypes)
                        && subAttributes.equals(its.subAttributes));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
