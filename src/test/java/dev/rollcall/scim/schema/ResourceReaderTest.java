package dev.rollcall.scim.schema;

import static dev.rollcall.scim.testing.SchemaFixtures.BADGE_USER;
import static dev.rollcall.scim.testing.SchemaFixtures.USER;
import static dev.rollcall.scim.testing.SchemaFixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceReaderTest {
    private static final String CORE = "\"schemas\": [\"" + SchemaFixtures.CORE + "\"]";
    private static final String ENTERPRISE = "\"" + SchemaFixtures.ENTERPRISE + "\"";
    private static final String CUSTOM = "\"urn:acme:scim:badges:User\"";

    private final ResourceReader compatible = new ResourceReader(USER, Tolerances.of(ConformanceMode.COMPATIBLE));
    private final ResourceReader strict = new ResourceReader(USER, Tolerances.of(ConformanceMode.STRICT));

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments(
                        "AT-001 names in any case",
                        "{'USERNAME': 'x', 'Name': {'GIVENNAME': 'J'}}",
                        "{'userName': 'x', 'name': {'givenName': 'J'}}"),
                arguments(
                        "PO-003 read-only attributes are ignored",
                        "{'userName': 'x', 'id': 'mine', 'meta': {'created': 5}, 'groups': 'none'}",
                        "{'userName': 'x'}"),
                arguments(
                        "AT-014 null, the empty array and the empty object are no values",
                        "{'nickName': null, 'emails': [], 'name': {}, 'title': 'T'}",
                        "{'title': 'T'}"),
                arguments("A-02 booleans as strings", "{'active': 'False'}", "{'active': false}"),
                arguments(
                        "A-10 unknown attributes are ignored",
                        "{'userName': 'x', 'shoeSize': 44}",
                        "{'userName': 'x'}"),
                arguments(
                        "A-26 null sub-attributes are left out",
                        "{'roles': [{'value': 'r', 'display': null}]}",
                        "{'roles': [{'value': 'r'}]}"),
                arguments(
                        "A-27 manager as a plain string",
                        "{" + ENTERPRISE + ": {'manager': '26118915'}}",
                        "{" + ENTERPRISE + ": {'manager': {'value': '26118915'}}}"),
                arguments(
                        "CM-015 extension attributes under the schema's own URI",
                        "{'URN:ietf:params:SCIM:schemas:extension:enterprise:2.0:user': {'Department': 'R'}}",
                        "{" + ENTERPRISE + ": {'department': 'R'}}"),
                arguments(
                        "EN-003 read-only attributes of an extension are ignored",
                        "{" + ENTERPRISE + ": {'manager': {'value': '1', 'displayName': 'X'}}}",
                        "{" + ENTERPRISE + ": {'manager': {'value': '1'}}}"),
                arguments(
                        "unknown attributes of a known extension are not kept",
                        "{" + ENTERPRISE + ": {'desk': '1'}}",
                        "{}"),
                arguments(
                        "the empty string is no value", "{'title': '', 'name': {'givenName': ''}, 'active': ''}", "{}"),
                arguments(
                        "an element whose value is empty is no element",
                        "{'emails': [{'value': '', 'type': 'work', 'primary': true}, {'value': 'a@x', 'primary': true}]}",
                        "{'emails': [{'value': 'a@x', 'primary': true}]}"),
                arguments(
                        "AT-013 the same pair of type and value is held once",
                        "{'emails': [{'value': 'a@x', 'type': 'work'}, {'value': 'A@x', 'type': 'Work', 'display': 'd'},"
                                + " {'value': 'a@x', 'type': 'home'}]}",
                        "{'emails': [{'value': 'A@x', 'type': 'work', 'display': 'd'}, {'value': 'a@x', 'type': 'home'}]}"),
                arguments(
                        "A-21 of two primaries the one of type work stays",
                        "{'emails': [{'value': 'a', 'type': 'home', 'primary': true},"
                                + " {'value': 'b', 'type': 'work', 'primary': true}]}",
                        "{'emails': [{'value': 'a', 'type': 'home', 'primary': false},"
                                + " {'value': 'b', 'type': 'work', 'primary': true}]}"),
                arguments(
                        "custom URN objects are kept as they came",
                        "{" + CUSTOM + ": {'Role': 'x', 'none': null, 'list': [1, null, {'a': ''}], 'o': {'p': {}}}}",
                        "{" + CUSTOM + ": {'Role': 'x', 'list': [1]}}"),
                arguments("a custom URN without an object is ignored", "{" + CUSTOM + ": 'x'}", "{}"),
                arguments(
                        "write-only values are part of the result",
                        "{'password': 't1meMa$heen'}",
                        "{'password': 't1meMa$heen'}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    @Proves({"AT-001", "AT-013", "AT-014", "CM-015", "EN-003", "PO-003"})
    void readsInCompatibleMode(String rule, String body, String held) {
        assertThat(compatible.read(body(body)).attributes()).as(rule).isEqualTo(object(json(held)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("schemas with a number", "{'schemas': [1]}", ScimType.INVALID_SYNTAX, "array"),
                arguments(
                        "PO-28 a body of SCIM 1.1",
                        "{'schemas': ['urn:scim:schemas:core:1.0']}",
                        ScimType.INVALID_VERSION,
                        "\"SCIM Version\" to 2.0"),
                arguments(
                        "PO-28 a body of SCIM 1.1 with an extension",
                        "{'schemas': ['" + SchemaFixtures.CORE + "', 'urn:scim:schemas:extension:enterprise:1.0']}",
                        ScimType.INVALID_VERSION,
                        "\"SCIM Version\" to 2.0"),
                arguments(
                        "an attribute twice",
                        "{" + CORE + ", 'userName': 'x', 'username': 'y'}",
                        ScimType.INVALID_SYNTAX,
                        "userName"),
                arguments(
                        "an extension twice",
                        "{" + CORE + ", " + ENTERPRISE + ": {}, " + ENTERPRISE.toUpperCase(Locale.ROOT) + ": {}}",
                        ScimType.INVALID_SYNTAX,
                        "twice"),
                arguments("AT-003 a wrong type", "{" + CORE + ", 'title': {}}", ScimType.INVALID_VALUE, "'title'"),
                arguments(
                        "an attribute at its place and under the core URN",
                        "{" + CORE + ", 'title': 'x', '" + SchemaFixtures.CORE + "': {'TITLE': 'x'}}",
                        ScimType.INVALID_SYNTAX,
                        "title"),
                arguments(
                        "a sub-attribute at its place and by its path",
                        "{" + CORE + ", 'name.givenName': 'x', 'name': {'givenName': 'x'}}",
                        ScimType.INVALID_SYNTAX,
                        "name.givenName"),
                arguments(
                        "a path into what is no object",
                        "{" + CORE + ", 'name.givenName': 'x', 'name': null}",
                        ScimType.INVALID_SYNTAX,
                        "name.givenName"),
                arguments(
                        "an extension that is no object",
                        "{" + CORE + ", " + ENTERPRISE + ": 5}",
                        ScimType.INVALID_VALUE,
                        "enterprise"),
                arguments(
                        "NUL in a custom object",
                        "{" + CORE + ", " + CUSTOM + ": {'a': ['\\u0000']}}",
                        ScimType.INVALID_VALUE,
                        "U+0000"),
                arguments(
                        "half a surrogate pair in a custom name",
                        "{" + CORE + ", " + CUSTOM + ": {'\\ud800': 1}}",
                        ScimType.INVALID_VALUE,
                        "surrogate"),
                arguments(
                        "a custom object nested deeply",
                        "{" + CORE + ", " + CUSTOM + ": " + "{'a': ".repeat(9) + "1" + "}".repeat(9) + "}",
                        ScimType.INVALID_VALUE,
                        "8 levels"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    @Proves({"AT-003", "CM-013", "PO-007"})
    void refuses(String rule, String body, ScimType expected, String named) {
        assertRefused(compatible, object(json(body)), expected, named);
        assertThat(rule).isNotEmpty();
    }

    static Stream<Arguments> otherSchemas() {
        return Stream.of(
                arguments("CM-013 without schemas", "{'userName': 'x'}", ScimType.INVALID_SYNTAX, SchemaFixtures.CORE),
                arguments(
                        "CM-013 empty schemas",
                        "{'userName': 'x', 'schemas': []}",
                        ScimType.INVALID_SYNTAX,
                        SchemaFixtures.CORE),
                arguments("schemas as text", "{'userName': 'x', 'schemas': 'x'}", ScimType.INVALID_SYNTAX, "array"),
                arguments(
                        "PO-007 the schema of another type",
                        "{'userName': 'x', 'schemas': ['urn:ietf:params:scim:schemas:core:2.0:Group']}",
                        ScimType.INVALID_SYNTAX,
                        SchemaFixtures.CORE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherSchemas")
    @Proves({"CM-013", "PO-007"})
    void takesTheEndpointsSchemaForAnotherInCompatibleModeOnly(
            String rule, String body, ScimType expected, String named) {
        assertRefused(strict, object(json(body)), expected, named);
        assertThat(compatible.read(object(json(body))).attributes())
                .as(rule)
                .isEqualTo(object(json("{'userName': 'x'}")));
    }

    @Test
    void readsAnExtensionUnderTheUrnOfADraft() {
        var body = body("{'urn:scim:schemas:extension:enterprise:2.0:User': {'department': 'R'}}");
        var tolerances = Tolerances.of(ConformanceMode.COMPATIBLE);

        assertThat(new ResourceReader(USER, tolerances).read(body).attributes())
                .isEqualTo(object(json("{" + ENTERPRISE + ": {'department': 'R'}}")));
        assertThat(tolerances.noted()).containsExactly(Tolerance.DRAFT_URN);
        assertRefused(strict, body, ScimType.INVALID_SYNTAX, "urn:scim:schemas");
    }

    static Stream<Arguments> refusedInStrictMode() {
        return Stream.of(
                arguments("A-10 an unknown attribute", "{'shoeSize': 44}", ScimType.INVALID_SYNTAX, "shoeSize"),
                arguments("A-10 an unknown sub-attribute", "{'name': {'shoe': 44}}", ScimType.INVALID_SYNTAX, "shoe"),
                arguments(
                        "A-10 an unknown extension attribute",
                        "{" + ENTERPRISE + ": {'desk': 1}}",
                        ScimType.INVALID_SYNTAX,
                        "desk"),
                arguments("a custom URN object", "{" + CUSTOM + ": {'a': 1}}", ScimType.INVALID_SYNTAX, "urn:acme"),
                arguments("A-02 a boolean as a string", "{'active': 'true'}", ScimType.INVALID_VALUE, "active"),
                arguments(
                        "A-21 two primaries",
                        "{'emails': [{'value': 'a', 'primary': true}, {'value': 'b', 'primary': true}]}",
                        ScimType.INVALID_VALUE,
                        "emails"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedInStrictMode")
    void refusesInStrictMode(String rule, String body, ScimType expected, String named) {
        assertRefused(strict, body(body), expected, named);
        assertThat(rule).isNotEmpty();
    }

    @Test
    void strictModeRefusesForeignSchemasAndCompatibleModeIgnoresThem() {
        var body = object(json("{'schemas': ['" + SchemaFixtures.CORE + "', 'urn:x:y'], 'userName': 'x'}"));

        assertRefused(strict, body, ScimType.INVALID_SYNTAX, "urn:x:y");
        assertThat(compatible.read(body).attributes()).isEqualTo(object(json("{'userName': 'x'}")));
    }

    @Test
    void strictModeKeepsTheEmptyString() {
        assertThat(strict.read(body("{'title': ''}")).attributes()).isEqualTo(object(json("{'title': ''}")));
    }

    @Test
    void takesAnExtensionWithoutItsUriInSchemasInEitherMode() {
        var body = body("{" + ENTERPRISE + ": {'department': 'R'}}");

        assertThat(strict.read(body)).isEqualTo(compatible.read(body));
        assertThat(strict.read(body).attributes().find(SchemaFixtures.ENTERPRISE))
                .isEqualTo(object(json("{'department': 'R'}")));
    }

    @Test
    void tellsClearedAttributesFromOmittedOnes() {
        var incoming =
                compatible.read(body("{'userName': 'x', 'active': null, 'emails': [], 'name': {'givenName': null},"
                        + ENTERPRISE + ": {'department': null}}"));

        assertThat(incoming.unassigned().stream().map(ResolvedAttribute::toString))
                .containsExactlyInAnyOrder("active", "emails", "name", SchemaFixtures.ENTERPRISE + ":department");
    }

    @Test
    void anEmptyExtensionClearsAllItsAttributes() {
        var reader = new ResourceReader(BADGE_USER, Tolerances.of(ConformanceMode.COMPATIBLE));
        var incoming = reader.read(body("{'" + SchemaFixtures.BADGE + "': {}}"));

        assertThat(incoming.unassigned()).hasSize(10);
        assertThat(incoming.attributes().isEmpty()).isTrue();
    }

    private static void assertRefused(ResourceReader reader, ScimValue.Complex body, ScimType expected, String named) {
        var refusal = catchThrowableOfType(ScimException.class, () -> reader.read(body));
        assertThat(refusal.scimType()).contains(expected);
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.detail()).contains(named);
    }

    private static ScimValue.Complex body(String json) {
        return object(json(json)).with("schemas", ScimValue.array(ScimValue.of(SchemaFixtures.CORE)));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
