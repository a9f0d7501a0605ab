package dev.rollcall.scim.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes schemas and resource types as the resources of RFC 7643 §6 and §7, without `meta`. Every
/// characteristic is said, also where it is the default; characteristics that have no meaning for a type
/// (`uniqueness` of complex and binary attributes) are left out.
public final class SchemaWriter {
    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";
    private static final String RESOURCE_TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    private SchemaWriter() {}

    /// The Schema resource of a schema.
    public static ScimValue.Complex schema(Schema schema) {
        var members = new LinkedHashMap<String, ScimValue>();
        members.put("schemas", ScimValue.array(ScimValue.of(SCHEMA)));
        members.put("id", ScimValue.of(schema.id()));
        members.put("name", ScimValue.of(schema.name()));
        putText(members, "description", schema.description());
        members.put("attributes", attributes(schema.attributes()));
        return new ScimValue.Complex(members);
    }

    /// The ResourceType resource of a resource type; its `id` is its name.
    public static ScimValue.Complex resourceType(ResourceType type) {
        var members = new LinkedHashMap<String, ScimValue>();
        members.put("schemas", ScimValue.array(ScimValue.of(RESOURCE_TYPE)));
        members.put("id", ScimValue.of(type.name()));
        members.put("name", ScimValue.of(type.name()));
        members.put("endpoint", ScimValue.of(type.endpoint()));
        putText(members, "description", type.description());
        members.put("schema", ScimValue.of(type.schema().id()));
        var extensions = type.extensions().stream()
                .<ScimValue>map(extension -> ScimValue.Complex.EMPTY
                        .with("schema", ScimValue.of(extension.schema().id()))
                        .with("required", ScimValue.of(extension.required())))
                .toList();
        if (!extensions.isEmpty()) {
            members.put("schemaExtensions", new ScimValue.MultiValued(extensions));
        }
        return new ScimValue.Complex(members);
    }

    private static ScimValue attributes(List<SchemaAttribute> attributes) {
        return new ScimValue.MultiValued(
                attributes.stream().map(SchemaWriter::attribute).toList());
    }

    private static ScimValue attribute(SchemaAttribute attribute) {
        var members = new LinkedHashMap<String, ScimValue>();
        members.put("name", ScimValue.of(attribute.name()));
        members.put("type", ScimValue.of(attribute.type().keyword()));
        members.put("multiValued", ScimValue.of(attribute.multiValued()));
        putText(members, "description", attribute.description());
        members.put("required", ScimValue.of(attribute.required()));
        putTexts(members, "canonicalValues", attribute.canonicalValues());
        if (hasLetters(attribute)) {
            members.put("caseExact", ScimValue.of(attribute.caseExact()));
        }
        members.put("mutability", ScimValue.of(attribute.mutability().keyword()));
        members.put("returned", ScimValue.of(attribute.returned().keyword()));
        if (!attribute.isComplex() && attribute.type() != AttributeType.BINARY) {
            members.put("uniqueness", ScimValue.of(attribute.uniqueness().keyword()));
        }
        putTexts(members, "referenceTypes", attribute.referenceTypes());
        if (attribute.isComplex()) {
            members.put("subAttributes", attributes(attribute.subAttributes()));
        }
        return new ScimValue.Complex(members);
    }

    private static boolean hasLetters(SchemaAttribute attribute) {
        return switch (attribute.type()) {
            case STRING, REFERENCE, BINARY -> true;
            case BOOLEAN, DECIMAL, INTEGER, DATE_TIME, COMPLEX -> false;
        };
    }

    private static void putText(Map<String, ScimValue> members, String name, String text) {
        if (!text.isEmpty()) {
            members.put(name, ScimValue.of(text));
        }
    }

    private static void putTexts(Map<String, ScimValue> members, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            members.put(
                    name,
                    new ScimValue.MultiValued(texts.stream().map(ScimValue::of).toList()));
        }
    }
}
