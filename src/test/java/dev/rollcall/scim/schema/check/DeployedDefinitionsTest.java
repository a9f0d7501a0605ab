package dev.rollcall.scim.schema.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Mutability;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.SchemaExtension;
import dev.rollcall.scim.schema.SchemaReader;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.SchemaWriter;
import dev.rollcall.scim.schema.Uniqueness;
import dev.rollcall.scim.testing.SchemaFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeployedDefinitionsTest {
    private static final String URN = "urn:example:schemas:1.0:Badge";
    private static final SchemaRegistry OWN = new SchemaRegistry(
            List.of(
                    SchemaFixtures.USER.schema(),
                    SchemaFixtures.USER.extensions().getFirst().schema()),
            List.of(SchemaFixtures.USER));

    private static String schema(String members) {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], %s}""".formatted(members);
    }

    private static String attributes(String... attributes) {
        return schema("\"id\": \"%s\", \"name\": \"Badge\", \"attributes\": [%s]"
                .formatted(URN, String.join(", ", attributes)));
    }

    private static String type(String members) {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], %s}""".formatted(members);
    }

    private static String badgeType(String name, String endpoint) {
        return type("\"name\": \"%s\", \"endpoint\": \"%s\", \"schema\": \"%s\"".formatted(name, endpoint, URN));
    }

    private static SchemaRegistry merge(String... files) {
        var named = new ArrayList<DefinitionFile>();
        for (var file : files) {
            named.add(new DefinitionFile((named.size() + 1) + ".json", SchemaFixtures.object(file)));
        }
        return DeployedDefinitions.merge(OWN, named, List.of());
    }

    @Test
    @Proves("AT-002")
    void whatADefinitionLeavesOutHasItsDefault() {
        var attribute = merge(attributes("{\"name\": \"number\"}"))
                .schema(URN)
                .orElseThrow()
                .attributes()
                .getFirst();

        assertThat(attribute.type()).isEqualTo(AttributeType.STRING);
        assertThat(attribute.multiValued()).isFalse();
        assertThat(attribute.required()).isFalse();
        assertThat(attribute.caseExact()).isFalse();
        assertThat(attribute.canonicalValues()).isEmpty();
        assertThat(attribute.mutability()).isEqualTo(Mutability.READ_WRITE);
        assertThat(attribute.returned()).isEqualTo(Returned.DEFAULT);
        assertThat(attribute.uniqueness()).isEqualTo(Uniqueness.NONE);
    }

    @Test
    void aFileForAKnownTypeAddsItsExtensions() {
        var merged = merge(
                attributes("{\"name\": \"number\"}"),
                type("\"name\": \"User\", \"schemaExtensions\": [{\"schema\": \"%s\", \"required\": true}]"
                        .formatted(URN)));

        var user = merged.resourceType("User").orElseThrow();
        assertThat(user.extensions())
                .hasSize(2)
                .contains(new SchemaExtension(merged.schema(URN).orElseThrow(), true))
                .containsAll(SchemaFixtures.USER.extensions());
        assertThat(user.endpoint()).isEqualTo("/Users");
        assertThat(merged.resourceTypes()).hasSize(1);
    }

    @Test
    void aFileWithANewNameIsOneMoreType() {
        var merged = merge(badgeType("Badge", "/Badges"), attributes("{\"name\": \"number\"}"));

        assertThat(merged.resourceType("Badge").orElseThrow().endpoint()).isEqualTo("/Badges");
        assertThat(merged.resourceTypes()).hasSize(2);
    }

    @Test
    void whatTheServiceAnswersIsADefinitionAgain() {
        var schema = merge(attributes("""
                        {"name": "a", "type": "complex", "multiValued": true, "description": "d", "subAttributes": [
                          {"name": "value", "type": "binary"}, {"name": "$ref", "type": "reference", "referenceTypes": ["User"]},
                          {"name": "type", "canonicalValues": ["x"]}, {"name": "n", "type": "integer", "uniqueness": "global"}]}
                        """)).schema(URN).orElseThrow();

        var answered = SchemaWriter.schema(schema);

        assertThat(SchemaReader.schema(answered)).isEqualTo(schema);
        assertThat(DeployedDefinitions.merge(OWN, List.of(new DefinitionFile("a.json", answered)), List.of())
                        .schema(URN))
                .contains(schema);
    }

    @Test
    void everyProblemOfEveryFileIsToldAtOnce() {
        assertThatThrownBy(() -> DeployedDefinitions.merge(
                        OWN,
                        List.of(
                                new DefinitionFile("a.json", SchemaFixtures.object(schema("\"name\": 5"))),
                                new DefinitionFile("b.json", SchemaFixtures.object("{}"))),
                        List.of("c.json $: is no JSON")))
                .isInstanceOfSatisfying(
                        InvalidDefinitionsException.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(
                                        "c.json $: is no JSON",
                                        "b.json $.schemas: must be [\"urn:ietf:params:scim:schemas:core:2.0:Schema\"] or"
                                                + " [\"urn:ietf:params:scim:schemas:core:2.0:ResourceType\"]",
                                        "a.json $.id: is required",
                                        "a.json $.name: must be a string",
                                        "a.json $.attributes: is required, with at least one attribute"));
    }

    static Stream<Arguments> refusedAttributes() {
        return Stream.of(
                arguments("{}", "$.attributes[0].name: is required"),
                arguments("5", "$.attributes[0]: must be an object"),
                arguments("{\"name\": \"1st\"}", "$.attributes[0].name: '1st' must be a letter"),
                arguments("{\"name\": \"a.b\"}", "$.attributes[0].name: 'a.b' must be a letter"),
                arguments("{\"name\": \"$value\"}", "$.attributes[0].name: '$value' must be a letter"),
                arguments("{\"name\": \"$ref\"}", "$.attributes[0].name: '$ref' has the type reference"),
                arguments("{\"name\": \"" + "n".repeat(61) + "\"}", "longer than 60"),
                arguments("{\"name\": \"ExternalID\"}", "is an attribute that every resource has"),
                arguments("{\"name\": \"id\"}", "is an attribute that every resource has"),
                arguments("{\"name\": \"meta\"}", "is an attribute that every resource has"),
                arguments("{\"name\": \"schemas\"}", "is an attribute that every resource has"),
                arguments("{\"name\": \"a\"}, {\"name\": \"A\"}", "$.attributes[1].name: 'A' is there already"),
                arguments("{\"name\": \"a\", \"type\": \"text\"}", "$.attributes[0].type: 'text' is not one of string"),
                arguments("{\"name\": \"a\", \"type\": \"String\"}", "$.attributes[0].type: 'String' is not one of"),
                arguments("{\"name\": \"a\", \"mutability\": \"readonly\"}", "$.attributes[0].mutability"),
                arguments("{\"name\": \"a\", \"returned\": \"no\"}", "$.attributes[0].returned"),
                arguments("{\"name\": \"a\", \"uniqueness\": \"tenant\"}", "$.attributes[0].uniqueness"),
                arguments("{\"name\": \"a\", \"multivalued\": true}", "$.attributes[0].multivalued: is unknown"),
                arguments("{\"name\": \"a\", \"multiValued\": \"true\"}", "multiValued: must be true or false"),
                arguments(
                        "{\"name\": \"a\", \"required\": true, \"mutability\": \"readOnly\"}",
                        "$.attributes[0].required"),
                arguments(
                        "{\"name\": \"a\", \"mutability\": \"writeOnly\"}", "$.attributes[0].returned: must be never"),
                arguments(
                        "{\"name\": \"a\", \"mutability\": \"writeOnly\", \"returned\": \"never\", \"type\": \"integer\"}",
                        "only a single string can be writeOnly"),
                arguments(
                        "{\"name\": \"a\", \"mutability\": \"writeOnly\", \"returned\": \"never\", \"uniqueness\": \"server\"}",
                        "a value that is never returned cannot be unique"),
                arguments(
                        "{\"name\": \"a\", \"returned\": \"never\", \"uniqueness\": \"server\"}",
                        "a value that is never returned cannot be unique"),
                arguments(
                        "{\"name\": \"a\", \"type\": \"binary\", \"uniqueness\": \"server\"}", "binary values have no"),
                arguments(
                        "{\"name\": \"a\", \"type\": \"complex\", \"uniqueness\": \"global\","
                                + " \"subAttributes\": [{\"name\": \"b\"}]}",
                        "$.attributes[0].uniqueness: complex values"),
                arguments(
                        "{\"name\": \"a\", \"type\": \"complex\"}", "subAttributes: is required for the type complex"),
                arguments("{\"name\": \"a\", \"subAttributes\": [{\"name\": \"b\"}]}", "is for the type complex only"),
                arguments(
                        "{\"name\": \"a\", \"type\": \"complex\", \"subAttributes\": [{\"name\": \"b\", \"type\": \"complex\"}]}",
                        "$.attributes[0].subAttributes[0].type: complex attributes have no complex"),
                arguments(
                        "{\"name\": \"a\", \"type\": \"complex\", \"subAttributes\": [{\"name\": \"b\"}, {\"name\": \"B\"}]}",
                        "$.attributes[0].subAttributes[1].name"),
                arguments(
                        "{\"name\": \"a\", \"type\": \"complex\", \"multiValued\": true,"
                                + " \"subAttributes\": [{\"name\": \"primary\"}]}",
                        "'primary' of a multi-valued attribute has the type boolean"),
                arguments(
                        "{\"name\": \"a\", \"type\": \"complex\", \"multiValued\": true,"
                                + " \"subAttributes\": [{\"name\": \"value\", \"multiValued\": true}]}",
                        "'value' of a multi-valued attribute has one value"),
                arguments(
                        "{\"name\": \"a\", \"type\": \"complex\","
                                + " \"subAttributes\": [{\"name\": \"b\", \"mutability\": \"writeOnly\", \"returned\": \"never\"}]}",
                        "sub-attributes cannot be writeOnly"),
                arguments("{\"name\": \"a\", \"referenceTypes\": [\"User\"]}", "is for the type reference only"),
                arguments(
                        "{\"name\": \"a\", \"type\": \"reference\", \"referenceTypes\": [\"Usr\"]}",
                        "'Usr' is no resource type"),
                arguments(
                        "{\"name\": \"a\", \"type\": \"integer\", \"canonicalValues\": [\"1\"]}",
                        "for the type string"),
                arguments("{\"name\": \"a\", \"canonicalValues\": [\"x\", \"X\"]}", "'X' is there already"),
                arguments("{\"name\": \"a\", \"canonicalValues\": [1]}", "$.attributes[0].canonicalValues[0]"),
                arguments("{\"name\": \"a\", \"canonicalValues\": \"x\"}", "canonicalValues: must be an array"));
    }

    @Proves({"AT-001", "DI-013"})
    @ParameterizedTest(name = "{1}")
    @MethodSource("refusedAttributes")
    void refusesAttributesThatAreNone(String attributes, String problem) {
        assertThatThrownBy(() -> merge(attributes(attributes)))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageStartingWith("1.json $.attributes")
                .hasMessageContaining(problem);
    }

    static Stream<Arguments> refusedFiles() {
        var schema = attributes("{\"name\": \"a\"}");
        var core = SchemaFixtures.CORE;
        return Stream.of(
                arguments(List.of(schema, schema), "2.json $.id: '" + URN + "' is defined by another file too"),
                arguments(List.of(schema, schema.replace("Badge\", \"name", "badge\", \"name")), "2.json $.id"),
                arguments(List.of(schema.replace(URN, core)), "'" + core + "' is a schema of the service"),
                arguments(List.of(schema.replace(URN, "https://example.com/a")), "is no URN"),
                arguments(
                        List.of(schema.replace(URN, "urn:ietf:params:scim:api:messages:2.0:PatchOp")),
                        "names a protocol message"),
                arguments(List.of(schema.replace(URN, URN + "x".repeat(160))), "longer than 160"),
                arguments(List.of(schema.replace("\"attributes\"", "\"attribute\"")), "$.attribute: is unknown"),
                arguments(List.of(schema.replace("\"Badge\"", "\" \"")), "$.name: is required"),
                arguments(List.of(badgeType("Badge", "/Badges")), "$.schema: no file defines the schema"),
                arguments(List.of(schema, badgeType("", "/Badges")), "2.json $.name: is required"),
                arguments(List.of(schema, badgeType("user", "/Badges")), "differs in letter case only from User"),
                arguments(List.of(schema, badgeType("a b", "/Badges")), "2.json $.name: 'a b' must be a letter"),
                arguments(List.of(schema, badgeType("Badge", "Badges")), "$.endpoint: 'Badges' must be a slash"),
                arguments(List.of(schema, badgeType("Badge", "/Badges/")), "$.endpoint"),
                arguments(List.of(schema, badgeType("Badge", "/.search")), "$.endpoint"),
                arguments(List.of(schema, badgeType("Badge", "/schemas")), "is an endpoint of the service"),
                arguments(List.of(schema, badgeType("Badge", "/Groups")), "is an endpoint of the service"),
                arguments(List.of(schema, type("\"name\": \"Badge\"")), "2.json $.endpoint: is required"),
                arguments(
                        List.of(schema, badgeType("Badge", "/Badges"), badgeType("badge", "/Others")),
                        "3.json $.name: 'badge' is the name of another type"),
                arguments(
                        List.of(schema, badgeType("Badge", "/Badges"), badgeType("Other", "/BADGES")),
                        "3.json $.endpoint: '/BADGES' is the endpoint of another type"),
                arguments(
                        List.of(schema, badgeType("Badge", "/Badges").replace(URN, core)),
                        "belongs to the service's own types"),
                arguments(
                        List.of(schema, badgeType("Badge", "/Badges").replace("Badge\"}", "badge\"}")),
                        "is written '" + URN + "'"),
                arguments(List.of(type("\"name\": \"User\"")), "$.schemaExtensions: is what a file for User"),
                arguments(
                        List.of(schema, type("\"name\": \"User\", \"endpoint\": \"/People\"")),
                        "2.json $.endpoint: is '/Users' for this type"),
                arguments(
                        List.of(schema, type("\"name\": \"User\", \"id\": \"Me\"")),
                        "2.json $.id: must be the name, 'User'"),
                arguments(
                        List.of(type("\"name\": \"User\", \"schemaExtensions\": [{\"schema\":"
                                + " \"urn:ietf:params:scim:api:messages:2.0:PatchOp\"}]")),
                        "$.schemaExtensions[0].schema: names a protocol message"),
                arguments(
                        List.of(
                                schema,
                                type(
                                        "\"name\": \"User\", \"schemaExtensions\": [{\"schema\": \"%1$s\"}, {\"schema\": \"%1$s\"}]"
                                                .formatted(URN))),
                        "$.schemaExtensions[1].schema: is an extension of this type already"),
                arguments(
                        List.of(
                                schema,
                                badgeType("Badge", "/Badges")
                                        .replace("}", ", \"schemaExtensions\": [{\"schema\":" + " \"" + URN + "\"}]}")),
                        "is the schema of the type itself already"),
                arguments(
                        List.of(schema, type("\"name\": \"User\", \"schemaExtensions\": [{\"required\": \"yes\"}]")),
                        "$.schemaExtensions[0].required: must be true or false"));
    }

    @Proves({"DI-009", "DI-010"})
    @ParameterizedTest(name = "{1}")
    @MethodSource("refusedFiles")
    void refusesDefinitionsThatDoNotFitTogether(List<String> files, String problem) {
        assertThatThrownBy(() -> merge(files.toArray(String[]::new)))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining(problem);
    }
}
