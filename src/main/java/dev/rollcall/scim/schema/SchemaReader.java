package dev.rollcall.scim.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads schemas and resource types from their own SCIM representations (RFC 7643 §6 and §7). Characteristics
/// that a definition leaves out have the defaults of RFC 7643 §2.2.
public final class SchemaReader {
    private static final Pattern NAME = Pattern.compile("\\$?[A-Za-z][-_$0-9A-Za-z]*");
    private static final Pattern URN = Pattern.compile("urn:[A-Za-z0-9][-A-Za-z0-9]{0,31}:[-A-Za-z0-9._~:/]+");

    private SchemaReader() {}

    /// Reads a Schema resource.
    ///
    /// @throws IllegalArgumentException where the definition is not one of RFC 7643 §7; the message names what
    /// is wrong
    public static Schema schema(ScimValue.Complex definition) {
        var id = urn(definition, "id");
        return new Schema(
                id,
                text(definition, "name", id),
                text(definition, "description", ""),
                objects(definition, "attributes").stream()
                        .map(attribute -> attribute(attribute, id))
                        .toList());
    }

    /// Reads a ResourceType resource whose schemas are among `schemas`, which are found by their URI.
    ///
    /// @throws IllegalArgumentException where the definition is not one of RFC 7643 §6, or a schema is not
    /// known
    public static ResourceType resourceType(ScimValue.Complex definition, Map<String, Schema> schemas) {
        var name = text(definition, "name", "");
        var extensions = objects(definition, "schemaExtensions").stream()
                .map(extension ->
                        new SchemaExtension(known(schemas, urn(extension, "schema")), flag(extension, "required")))
                .toList();
        return new ResourceType(
                name,
                text(definition, "endpoint", "/" + name),
                text(definition, "description", ""),
                known(schemas, urn(definition, "schema")),
                extensions);
    }

    private static SchemaAttribute attribute(ScimValue.Complex definition, String owner) {
        var name = text(definition, "name", "");
        require(NAME.matcher(name).matches(), owner + ": '" + name + "' is no attribute name");
        var where = owner + ":" + name;
        var type = keyword(
                definition, "type", AttributeType.values(), AttributeType::keyword, AttributeType.STRING, where);
        var subAttributes = objects(definition, "subAttributes").stream()
                .map(sub -> attribute(sub, where))
                .toList();
        require(
                (type == AttributeType.COMPLEX) != subAttributes.isEmpty(),
                where + ": complex attributes, and only they, have subAttributes");
        return new SchemaAttribute(
                name,
                type,
                flag(definition, "multiValued"),
                text(definition, "description", ""),
                flag(definition, "required"),
                flag(definition, "caseExact") || type == AttributeType.BINARY || type == AttributeType.REFERENCE,
                keyword(
                        definition,
                        "mutability",
                        Mutability.values(),
                        Mutability::keyword,
                        Mutability.READ_WRITE,
                        where),
                keyword(definition, "returned", Returned.values(), Returned::keyword, Returned.DEFAULT, where),
                keyword(definition, "uniqueness", Uniqueness.values(), Uniqueness::keyword, Uniqueness.NONE, where),
                texts(definition, "canonicalValues"),
                texts(definition, "referenceTypes"),
                subAttributes);
    }

    private static Schema known(Map<String, Schema> schemas, String uri) {
        var schema = schemas.get(uri);
        require(schema != null, "no schema " + uri + " is defined");
        return Objects.requireNonNull(schema);
    }

    private static String urn(ScimValue.Complex definition, String member) {
        var uri = text(definition, member, "");
        require(URN.matcher(uri).matches(), member + " '" + uri + "' is no URN");
        return uri;
    }

    private static String text(ScimValue.Complex definition, String member, String otherwise) {
        return definition.find(member) instanceof ScimValue.Text(var text) ? text : otherwise;
    }

    private static boolean flag(ScimValue.Complex definition, String member) {
        return definition.find(member) instanceof ScimValue.Bool(var flag) && flag;
    }

    private static <E> E keyword(
            ScimValue.Complex definition,
            String member,
            E[] values,
            Function<E, String> keyword,
            E otherwise,
            String where) {
        var given = text(definition, member, keyword.apply(otherwise));
        return Arrays.stream(values)
                .filter(value -> keyword.apply(value).equals(given))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(where + ": " + member + " '" + given + "' is unknown"));
    }

    private static List<String> texts(ScimValue.Complex definition, String member) {
        return elements(definition, member).stream()
                .filter(ScimValue.Text.class::isInstance)
                .map(element -> ((ScimValue.Text) element).value())
                .toList();
    }

    private static List<ScimValue.Complex> objects(ScimValue.Complex definition, String member) {
        return elements(definition, member).stream()
                .filter(ScimValue.Complex.class::isInstance)
                .map(ScimValue.Complex.class::cast)
                .toList();
    }

    private static List<ScimValue> elements(ScimValue.Complex definition, String member) {
        return definition.find(member) instanceof ScimValue.MultiValued(var elements) ? elements : List.of();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
