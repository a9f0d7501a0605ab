package dev.rollcall.scim.schema;

import static dev.rollcall.scim.testing.SchemaFixtures.CORE;
import static dev.rollcall.scim.testing.SchemaFixtures.ENTERPRISE;
import static dev.rollcall.scim.testing.SchemaFixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is forgiven in a body: read as the table says and noted; refused in strict mode, and where a connection
/// refuses that alone.
class ForgivenValuesTest {

    static Stream<Arguments> values() {
        return Stream.of(
                value(Tolerance.URL, "profileUrl", "'not a url'", "'not a url'"),
                value(Tolerance.URL, "photos", "[{'value': 'my photo.png'}]", "[{'value': 'my photo.png'}]"),
                value(Tolerance.URL, "EVERY:link", "'C:\\\\jensen'", "'C:\\\\jensen'"),
                value(Tolerance.BINARY, "EVERY:key", "'%%%'", "'%%%'"),
                value(Tolerance.BINARY, "EVERY:key", "'Q'", "'Q'"),
                value(Tolerance.BINARY, "EVERY:key", "'Q_-Q'", "'Q_-Q'"),
                value(Tolerance.BINARY, "x509Certificates", "[{'value': 'A=B'}]", "[{'value': 'A=B'}]"),
                value(Tolerance.SCALAR_AS_TEXT, "title", "12345", "'12345'"),
                value(Tolerance.SCALAR_AS_TEXT, "title", "-0.50", "'-0.50'"),
                value(Tolerance.SCALAR_AS_TEXT, "title", "0.0000001", "'0.0000001'"),
                value(Tolerance.SCALAR_AS_TEXT, "title", "12345678901234567890", "'12345678901234567890'"),
                value(Tolerance.SCALAR_AS_TEXT, "title", "true", "'true'"),
                value(Tolerance.SCALAR_AS_TEXT, "name", "{'givenName': 5}", "{'givenName': '5'}"),
                value(Tolerance.SCALAR_AS_TEXT, "emails", "[{'value': 5}]", "[{'value': '5'}]"),
                value(Tolerance.SCALAR_AS_TEXT, "EVERY:key", "12", "'12'"),
                value(Tolerance.SCALAR_AS_TEXT, "EVERY:link", "12", "'12'"),
                value(Tolerance.SCALAR_AS_TEXT, "EVERY:tags", "[1]", "['1']"),
                value(Tolerance.TEXT_AS_NUMBER, "EVERY:count", "'15'", "15"),
                value(Tolerance.TEXT_AS_NUMBER, "EVERY:count", "' -15 '", "-15"),
                value(Tolerance.TEXT_AS_NUMBER, "EVERY:ratio", "'1.50'", "1.50"),
                value(Tolerance.TEXT_AS_NUMBER, "EVERY:ratio", "'-1e3'", "-1e3"),
                value(Tolerance.TEXT_AS_NUMBER, "EVERY:counts", "['1', 2]", "[1, 2]"),
                value(Tolerance.TEXT_AS_BOOLEAN, "active", "'False'", "false"),
                value(Tolerance.TEXT_AS_BOOLEAN, "emails", "[{'primary': 'TRUE'}]", "[{'primary': true}]"),
                value(Tolerance.ONE_AS_LIST, "emails", "{'value': 'a@b'}", "[{'value': 'a@b'}]"),
                value(Tolerance.ONE_AS_LIST, "addresses", "{'country': 'US'}", "[{'country': 'US'}]"),
                value(Tolerance.ONE_AS_LIST, "EVERY:tags", "'a'", "['a']"),
                value(Tolerance.ONE_AS_LIST, "EVERY:place", "{'labels': 'a'}", "{'labels': ['a']}"),
                value(Tolerance.LIST_AS_ONE, "title", "['a']", "'a'"),
                value(Tolerance.LIST_AS_ONE, "title", "[]", "null"),
                value(Tolerance.LIST_AS_ONE, "title", "[null]", "null"),
                value(Tolerance.LIST_AS_ONE, "active", "[false]", "false"),
                value(Tolerance.LIST_AS_ONE, "name", "[{'givenName': 'B'}]", "{'givenName': 'B'}"),
                value(Tolerance.LIST_AS_ONE, "name", "{'givenName': ['B']}", "{'givenName': 'B'}"),
                value(Tolerance.TEXT_AS_COMPLEX, "roles", "['ADMIN']", "[{'value': 'ADMIN'}]"),
                value(Tolerance.TEXT_AS_COMPLEX, "ENTERPRISE:manager", "'26'", "{'value': '26'}"),
                value(Tolerance.TEXT_AS_COMPLEX, "roles", "['{broken']", "[{'value': '{broken'}]"),
                value(Tolerance.TEXT_AS_COMPLEX, "roles", "['{`a`: 1} x']", "[{'value': '{`a`: 1} x'}]"),
                value(Tolerance.JSON_IN_TEXT, "name", "'{`givenName`: `B`}'", "{'givenName': 'B'}"),
                value(Tolerance.JSON_IN_TEXT, "EVERY:place", "' {`floor`:1,`labels`:[`a`]} '", PLACE),
                value(Tolerance.EMPTY_ELEMENT, "emails", "[{'value': null, 'type': 'work'}, {'value': 'a'}]", EMAIL));
    }

    private static final String PLACE = "{'floor': 1, 'labels': ['a']}";
    private static final String EMAIL = "[{'value': 'a'}]";

    private static Arguments value(Tolerance tolerance, String path, String sent, String read) {
        return arguments(tolerance, path, sent, read);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("values")
    void aForgivenValueIsReadAndNotedAndRefusedOtherwise(Tolerance tolerance, String path, String sent, String read) {
        var body = body(path, sent);
        var tolerances = Tolerances.of(ConformanceMode.COMPATIBLE);

        var incoming = new ResourceReader(EveryType.USER, tolerances).read(body);

        assertThat(incoming.attributes())
                .isEqualTo(new ResourceReader(EveryType.USER, Tolerances.of(ConformanceMode.COMPATIBLE))
                        .read(body(path, read))
                        .attributes());
        assertThat(tolerances.noted()).containsExactly(tolerance);
        if (tolerance != Tolerance.EMPTY_ELEMENT) {
            assertRefused(Tolerances.of(ConformanceMode.STRICT), body, ScimType.INVALID_VALUE);
            assertRefused(without(tolerance), body, ScimType.INVALID_VALUE);
        }
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments(Tolerance.CORE_URN, "{'CORE': {'title': 'T', 'name': {'givenName': 'B'}}}", TITLE_AND_NAME),
                arguments(Tolerance.CORE_URN, "{'title': 'T', 'CORE': {'NAME.givenName': 'B'}}", TITLE_AND_NAME),
                arguments(Tolerance.CORE_URN, "{'CORE': {'schemas': ['CORE'], 'id': 'x', 'title': 'T'}}", TITLE),
                arguments(Tolerance.PATHS_AS_NAMES, "{'name.givenName': 'B', 'title': 'T'}", TITLE_AND_NAME),
                arguments(Tolerance.PATHS_AS_NAMES, "{'CORE:title': 'T'}", TITLE),
                arguments(
                        Tolerance.PATHS_AS_NAMES,
                        "{'ENTERPRISE:department': 'D'}",
                        "{'ENTERPRISE': {'department': 'D'}}"),
                arguments(
                        Tolerance.PATHS_AS_NAMES,
                        "{'ENTERPRISE': {'manager.value': 'M', 'department': 'D'}}",
                        "{'ENTERPRISE': {'manager': {'value': 'M'}, 'department': 'D'}}"),
                arguments(Tolerance.DOT_AFTER_URN, "{'CORE.title': 'T'}", TITLE),
                arguments(
                        Tolerance.DOT_AFTER_URN,
                        "{'ENTERPRISE.manager.value': 'M', 'ENTERPRISE': {'department': 'D'}}",
                        "{'ENTERPRISE': {'department': 'D', 'manager': {'value': 'M'}}}"),
                arguments(Tolerance.DRAFT_URN, "{'urn:scim:schemas:core:2.0:User': {}, 'title': 'T'}", TITLE),
                arguments(
                        Tolerance.DRAFT_URN,
                        "{'urn:scim:schemas:extension:enterprise:2.0:User': {'department': 'D'}}",
                        "{'ENTERPRISE': {'department': 'D'}}"),
                arguments(Tolerance.FOREIGN_URN, "{'urn:acme:x': {'a': 1}}", "{'urn:acme:x': {'a': 1}}"),
                arguments(Tolerance.UNKNOWN_ATTRIBUTE, "{'title': 'T', 'shoeSize': 44}", TITLE),
                arguments(Tolerance.UNKNOWN_ATTRIBUTE, "{'title': 'T', 'name': {'shoe': 44}}", TITLE),
                arguments(Tolerance.UNKNOWN_ATTRIBUTE, "{'title': 'T', 'urn:acme:x': 'scalar'}", TITLE),
                arguments(Tolerance.UNKNOWN_ATTRIBUTE, "{'title': 'T', 'ENTERPRISEs': {'department': 'D'}}", TITLE),
                arguments(Tolerance.UNKNOWN_ATTRIBUTE, "{'title': 'T', 'ENTERPRISE:desk': {'a': 'D'}}", TITLE),
                arguments(Tolerance.UNKNOWN_ATTRIBUTE, "{'title': 'T', 'ENTERPRISE.desk': {'a': 'D'}}", TITLE),
                arguments(Tolerance.UNKNOWN_ATTRIBUTE, "{'title': 'T', 'CORE:shoe': {'a': 'D'}}", TITLE),
                arguments(Tolerance.UNKNOWN_ATTRIBUTE, "{'title': 'T', 'CORE': null}", TITLE));
    }

    private static final String TITLE = "{'title': 'T'}";
    private static final String TITLE_AND_NAME = "{'title': 'T', 'name': {'givenName': 'B'}}";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("names")
    void aForgivenNameIsReadAndNotedAndRefusedOtherwise(Tolerance tolerance, String sent, String held) {
        var body = body(sent);
        var tolerances = Tolerances.of(ConformanceMode.COMPATIBLE);

        var incoming = new ResourceReader(EveryType.USER, tolerances).read(body);

        assertThat(incoming.attributes()).isEqualTo(json(held));
        assertThat(tolerances.noted()).contains(tolerance);
        assertRefused(Tolerances.of(ConformanceMode.STRICT), body, ScimType.INVALID_SYNTAX);
    }

    private static void assertRefused(Tolerances tolerances, ScimValue.Complex body, ScimType expected) {
        var refusal = catchThrowableOfType(
                ScimException.class, () -> new ResourceReader(EveryType.USER, tolerances).read(body));
        assertThat(refusal).isNotNull();
        assertThat(refusal.scimType()).contains(expected);
    }

    private static Tolerances without(Tolerance tolerance) {
        var others = EnumSet.copyOf(ConformanceMode.COMPATIBLE.tolerances());
        others.remove(tolerance);
        return Tolerances.of(others);
    }

    private static ScimValue.Complex body(String path, String value) {
        var colon = path.indexOf(':');
        return body(
                colon < 0
                        ? "{'" + path + "': " + value + "}"
                        : "{'" + path.substring(0, colon) + "': {'" + path.substring(colon + 1) + "': " + value + "}}");
    }

    private static ScimValue.Complex body(String text) {
        return json(text).with("schemas", ScimValue.array(ScimValue.of(CORE)));
    }

    private static ScimValue.Complex json(String text) {
        return object(text.replace('\'', '"')
                .replace("`", "\\\"")
                .replace("ENTERPRISE", ENTERPRISE)
                .replace("EVERY", EveryType.URI)
                .replace("CORE", CORE));
    }
}
