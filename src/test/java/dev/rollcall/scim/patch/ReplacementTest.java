package dev.rollcall.scim.patch;

import static dev.rollcall.scim.testing.SchemaFixtures.BADGE;
import static dev.rollcall.scim.testing.SchemaFixtures.BADGE_USER;
import static dev.rollcall.scim.testing.SchemaFixtures.CORE;
import static dev.rollcall.scim.testing.SchemaFixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.schema.ResourceReader;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplacementTest {
    private final Replacement replacement = new Replacement(BADGE_USER, ServerDefaults.USER);
    private final ResourceReader reader = new ResourceReader(BADGE_USER, Tolerances.of(ConformanceMode.COMPATIBLE));

    @ParameterizedTest(name = "PO-004 {0} is created as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'userName': 'x'}|{'userName': 'x', 'active': true}",
                "{'userName': 'x', 'active': false}|{'userName': 'x', 'active': false}",
                "{'userName': 'x', 'active': null}|{'userName': 'x', 'active': true}",
                "{'userName': 'x', 'active': ''}|{'userName': 'x', 'active': true}"
            })
    @Proves("PO-004")
    void givesDefaultsToANewResource(String body, String created) {
        assertThat(replacement.created(reader.read(body(body)))).isEqualTo(held(created));
    }

    static Stream<Arguments> replacements() {
        return Stream.of(
                arguments(
                        "PU-004 arrays are replaced as a whole",
                        "{'emails': [{'value': 'a'}, {'value': 'b'}]}",
                        "{'emails': [{'value': 'c'}]}",
                        "{'emails': [{'value': 'c'}]}"),
                arguments(
                        "PU-005 omitted attributes are cleared",
                        "{'title': 'T', 'nickName': 'N'}",
                        "{'nickName': 'N'}",
                        "{'nickName': 'N'}"),
                arguments(
                        "PU-005 omitted sub-attributes are cleared",
                        "{'name': {'givenName': 'G', 'familyName': 'F'}}",
                        "{'name': {'givenName': 'H'}}",
                        "{'name': {'givenName': 'H'}}"),
                arguments(
                        "PU-006 null clears",
                        "{'nickName': 'N', 'title': 'T'}",
                        "{'nickName': 'N', 'title': null}",
                        "{'nickName': 'N'}"),
                arguments(
                        "null for what has a default is as if left out",
                        "{'active': false, 'title': 'T'}",
                        "{'active': null, 'title': 'T'}",
                        "{'active': false, 'title': 'T'}"),
                arguments(
                        "PU-008 read-only values are ignored",
                        "{'userName': 'x'}",
                        "{'userName': 'x', 'id': 'other', 'groups': [{'value': 'g'}]}",
                        "{'userName': 'x'}"),
                arguments(
                        "PO-13 omitted active keeps its value",
                        "{'userName': 'x', 'active': false}",
                        "{'userName': 'y'}",
                        "{'userName': 'y', 'active': false}"),
                arguments(
                        "A-12 omitted immutable attributes are kept",
                        "{'BADGE': {'printed': 'd', 'copies': 1}}",
                        "{'title': 'T'}",
                        "{'title': 'T', 'BADGE': {'printed': 'd'}}"),
                arguments(
                        "A-12 omitted immutable sub-attributes are kept",
                        "{'BADGE': {'office': {'code': 'c', 'floor': '1'}}}",
                        "{'BADGE': {'office': {'code': 'd'}}}",
                        "{'BADGE': {'office': {'code': 'd', 'floor': '1'}}}"),
                arguments(
                        "an omitted extension is cleared",
                        "{'BADGE': {'copies': 1}}",
                        "{'title': 'T'}",
                        "{'title': 'T'}"),
                arguments(
                        "omitted custom URN objects are cleared",
                        "{'urn:acme:x:User': {'a': 1}}",
                        "{'title': 'T'}",
                        "{'title': 'T'}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replacements")
    @Proves({"PU-004", "PU-005", "PU-006", "PU-008"})
    void replaces(String rule, String old, String body, String expected) {
        assertThat(replacement.replaced(held(old), reader.read(body(body))))
                .as(rule)
                .isEqualTo(held(expected));
    }

    private static ScimValue.Complex body(String json) {
        return held(json).with("schemas", ScimValue.array(ScimValue.of(CORE)));
    }

    private static ScimValue.Complex held(String json) {
        return object(json.replace('\'', '"').replace("BADGE", BADGE));
    }
}
