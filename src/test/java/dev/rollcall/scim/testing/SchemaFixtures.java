package dev.rollcall.scim.testing;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaReader;
import dev.rollcall.scim.schema.ScimValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/// The User type from the shipped files, and one with an extension that has every characteristic.
public final class SchemaFixtures {
    public static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    public static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    public static final String BADGE = "urn:example:params:scim:schemas:badge:1.0:User";

    private static final Schema USER_SCHEMA = SchemaReader.schema(resource("/scim/schemas/user.json"));
    private static final Schema ENTERPRISE_SCHEMA = SchemaReader.schema(resource("/scim/schemas/enterprise-user.json"));

    /// User with the enterprise extension.
    public static final ResourceType USER = SchemaReader.resourceType(
            resource("/scim/resource-types/user.json"), Map.of(CORE, USER_SCHEMA, ENTERPRISE, ENTERPRISE_SCHEMA));

    /// Group as it is shipped.
    public static final ResourceType GROUP = group();

    /// User with the enterprise extension and an optional one of our own.
    public static final ResourceType BADGE_USER = badgeUser(false);

    private SchemaFixtures() {}

    private static ResourceType group() {
        var schema = SchemaReader.schema(resource("/scim/schemas/group.json"));
        return SchemaReader.resourceType(resource("/scim/resource-types/group.json"), Map.of(schema.id(), schema));
    }

    /// User with an extension of our own beside the enterprise one.
    public static ResourceType badgeUser(boolean required) {
        return SchemaReader.resourceType(
                object("""
                        {"name": "User", "endpoint": "/Users", "schema": "%s", "schemaExtensions": [
                          {"schema": "%s", "required": false},
                          {"schema": "%s", "required": %s}]}
                        """.formatted(CORE, ENTERPRISE, BADGE, required)),
                Map.of(CORE, USER_SCHEMA, ENTERPRISE, ENTERPRISE_SCHEMA, BADGE, badgeSchema()));
    }

    /// The value that `json` stands for.
    public static ScimValue.Complex object(String json) {
        return (ScimValue.Complex) JsonReader.read(json);
    }

    /// The value that `text` stands for: JSON with single quotes, and backquotes for quotes inside strings; CORE,
    /// ENTERPRISE and BADGE are the schemas' URIs.
    public static ScimValue.Complex notation(String text) {
        return object(text.replace('\'', '"')
                .replace("`", "\\\"")
                .replace("ENTERPRISE", ENTERPRISE)
                .replace("BADGE", BADGE)
                .replace("CORE", CORE));
    }

    private static ScimValue.Complex resource(String path) {
        try (var stream = Objects.requireNonNull(SchemaFixtures.class.getResourceAsStream(path), path)) {
            return JsonReader.readObject(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema badgeSchema() {
        return SchemaReader.schema(object("""
                {"id": "%s", "name": "Badge", "attributes": [
                  {"name": "number", "type": "string", "required": true},
                  {"name": "printed", "type": "dateTime", "mutability": "immutable"},
                  {"name": "copies", "type": "integer"},
                  {"name": "level", "type": "string", "returned": "always"},
                  {"name": "pin", "type": "string", "returned": "never", "mutability": "writeOnly"},
                  {"name": "note", "type": "string", "returned": "request"},
                  {"name": "state", "type": "string", "mutability": "readOnly"},
                  {"name": "colors", "type": "string", "multiValued": true, "caseExact": true},
                  {"name": "office", "type": "complex", "subAttributes": [
                    {"name": "code", "type": "string", "required": true},
                    {"name": "floor", "type": "string", "mutability": "immutable"},
                    {"name": "key", "type": "string", "returned": "request"},
                    {"name": "site", "type": "string", "returned": "always"}]},
                  {"name": "doors", "type": "complex", "multiValued": true, "subAttributes": [
                    {"name": "value", "type": "string", "mutability": "immutable", "caseExact": true},
                    {"name": "display", "type": "string"}]}]}
                """.formatted(BADGE)));
    }
}
