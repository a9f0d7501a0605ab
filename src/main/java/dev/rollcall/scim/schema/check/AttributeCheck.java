package dev.rollcall.scim.schema.check;

import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Mutability;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.Uniqueness;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks the definitions of attributes and sub-attributes (RFC 7643 §2 and §7).
final class AttributeCheck {
    /// The longest name, in characters.
    static final int MAX_NAME = 60;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][-_$0-9A-Za-z]*");
    private static final String REFERENCE_NAME = "$ref";
    private static final Set<String> RESERVED = Set.of("id", "schemas", "meta", "externalid");
    private static final Set<String> CHARACTERISTICS = Set.of(
            "name",
            "type",
            "multiValued",
            "description",
            "required",
            "caseExact",
            "mutability",
            "returned",
            "uniqueness",
            "canonicalValues",
            "referenceTypes",
            "subAttributes");
    /// What RFC 7643 §2.4 says of the sub-attributes that multi-valued attributes commonly have.
    private static final Map<String, AttributeType> COMMON_PARTS = Map.of(
            "type",
            AttributeType.STRING,
            "primary",
            AttributeType.BOOLEAN,
            "display",
            AttributeType.STRING,
            REFERENCE_NAME,
            AttributeType.REFERENCE);

    private final Set<String> referenceTypes;

    /// @param referenceTypes what a reference may name: resource types, `external` and `uri`
    AttributeCheck(Set<String> referenceTypes) {
        this.referenceTypes = Set.copyOf(referenceTypes);
    }

    /// Checks the attributes of a schema.
    void attributes(Members schema) {
        var attributes = schema.objects("attributes");
        if (schema.object().find("attributes") == null || attributes.isEmpty()) {
            schema.place().member("attributes").problem("is required, with at least one attribute");
        }
        refuseTwice(attributes);
        for (var attribute : attributes) {
            attribute
                    .text("name")
                    .ifPresent(name -> attribute.require(
                            "name",
                            !RESERVED.contains(name.toLowerCase(Locale.ROOT)),
                            "'" + name + "' is an attribute that every resource has"));
            attribute(attribute);
            subAttributes(attribute);
        }
    }

    private static void refuseTwice(List<Members> attributes) {
        var names = new HashSet<String>();
        for (var attribute : attributes) {
            attribute
                    .text("name")
                    .ifPresent(name -> attribute.require(
                            "name",
                            names.add(name.toLowerCase(Locale.ROOT)),
                            "'" + name + "' is there already; letter case does not tell names apart"));
        }
    }

    private void subAttributes(Members attribute) {
        var parts = attribute.objects("subAttributes");
        var isComplex = Keyword.TYPE.of(attribute) == AttributeType.COMPLEX;
        attribute.require(
                "subAttributes",
                isComplex != parts.isEmpty(),
                isComplex ? "is required for the type complex" : "is for the type complex only");
        refuseTwice(parts);
        for (var part : parts) {
            attribute(part);
            part.require(
                    "type",
                    Keyword.TYPE.of(part) != AttributeType.COMPLEX,
                    "complex attributes have no complex sub-attributes");
            part.require(
                    "subAttributes",
                    part.object().find("subAttributes") == null,
                    "sub-attributes have none of their own");
            part.require(
                    "mutability",
                    Keyword.MUTABILITY.of(part) != Mutability.WRITE_ONLY,
                    "sub-attributes cannot be writeOnly: make it an attribute");
            commonPart(attribute.flag("multiValued"), part);
        }
    }

    private static void commonPart(boolean multiValued, Members part) {
        var name = part.text("name").orElse("");
        if (!multiValued || !(COMMON_PARTS.containsKey(name) || name.equals("value"))) {
            return;
        }
        part.require(
                "multiValued", !part.flag("multiValued"), "'" + name + "' of a multi-valued attribute has one value");
        var type = COMMON_PARTS.get(name);
        if (type != null) {
            part.require(
                    "type",
                    Keyword.TYPE.of(part) == type,
                    "'" + name + "' of a multi-valued attribute has the type " + type.keyword());
        }
    }

    private void attribute(Members attribute) {
        attribute.refuseOthersThan(CHARACTERISTICS);
        attribute.requiredText("name").ifPresent(name -> name(attribute, name));
        attribute.text("description");
        attribute.flag("multiValued");
        Keyword.TYPE.check(attribute);
        Keyword.MUTABILITY.check(attribute);
        Keyword.RETURNED.check(attribute);
        Keyword.UNIQUENESS.check(attribute);
        attribute.flag("caseExact");
        attribute.require(
                "required",
                !attribute.flag("required") || Keyword.MUTABILITY.of(attribute) != Mutability.READ_ONLY,
                "no client can send a value that is readOnly");
        writeOnly(attribute);
        uniqueness(attribute);
        canonicalValues(attribute);
        referenceTypes(attribute);
    }

    private static void name(Members attribute, String name) {
        var place = attribute.place().member("name");
        if (name.equals(REFERENCE_NAME)) {
            place.require(Keyword.TYPE.of(attribute) == AttributeType.REFERENCE, "'$ref' has the type reference");
            return;
        }
        place.require(
                NAME.matcher(name).matches(), "'" + name + "' must be a letter, then letters, digits, '-', '_' or '$'");
        place.require(name.length() <= MAX_NAME, "is longer than " + MAX_NAME + " characters");
    }

    private static void writeOnly(Members attribute) {
        if (Keyword.MUTABILITY.of(attribute) != Mutability.WRITE_ONLY) {
            return;
        }
        attribute.require(
                "returned",
                Keyword.RETURNED.of(attribute) == Returned.NEVER,
                "must be never for an attribute that is writeOnly");
        attribute.require(
                "mutability",
                Keyword.TYPE.of(attribute) == AttributeType.STRING && !attribute.flag("multiValued"),
                "only a single string can be writeOnly: a hash of it is kept");
    }

    private static void uniqueness(Members attribute) {
        if (Keyword.UNIQUENESS.of(attribute) == Uniqueness.NONE) {
            return;
        }
        var place = attribute.place().member("uniqueness");
        switch (Keyword.TYPE.of(attribute)) {
            case COMPLEX -> place.problem("complex values are not compared: make a sub-attribute unique");
            case BINARY -> place.problem("binary values have no uniqueness");
            case STRING, BOOLEAN, DECIMAL, INTEGER, DATE_TIME, REFERENCE ->
                place.require(
                        Keyword.RETURNED.of(attribute) != Returned.NEVER,
                        "a value that is never returned cannot be unique: refusals would tell what others have");
        }
    }

    private static void canonicalValues(Members attribute) {
        var place = attribute.place().member("canonicalValues");
        var given = attribute.texts("canonicalValues");
        place.require(
                given.isEmpty() || Keyword.TYPE.of(attribute) == AttributeType.STRING, "is for the type string only");
        var seen = new HashSet<String>();
        for (var value : given) {
            var key = attribute.flag("caseExact") ? value : value.toLowerCase(Locale.ROOT);
            place.require(seen.add(key), "'" + value + "' is there already");
        }
    }

    private void referenceTypes(Members attribute) {
        var place = attribute.place().member("referenceTypes");
        var given = attribute.texts("referenceTypes");
        place.require(
                given.isEmpty() || Keyword.TYPE.of(attribute) == AttributeType.REFERENCE,
                "is for the type reference only");
        for (var type : given) {
            place.require(
                    referenceTypes.contains(type),
                    "'" + type + "' is no resource type; for others there are external and uri");
        }
    }
}
