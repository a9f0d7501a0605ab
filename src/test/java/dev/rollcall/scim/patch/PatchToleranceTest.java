package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.json;
import static dev.rollcall.scim.patch.Patches.patched;
import static dev.rollcall.scim.patch.Patches.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each deviation of a PATCH request is noted where it is forgiven, and refused in strict mode and where the
/// connection refuses it alone.
class PatchToleranceTest {
    static Stream<Arguments> deviations() {
        return Stream.of(
                arguments(
                        Tolerance.ARRAY_WITHOUT_PATH,
                        "{'active': true}",
                        "{'op': 'replace', 'value': [{'title': 'Boss'}]}",
                        "{'active': true, 'title': 'Boss'}",
                        ScimType.INVALID_SYNTAX,
                        ScimType.INVALID_SYNTAX),
                arguments(
                        Tolerance.ARRAY_WITHOUT_PATH,
                        "{}",
                        "{'op': 'add', 'value': [{'emails': [{'value': 'a'}], 'title': 'A'}, {'emails': [{'value': 'b'}]}]}",
                        "{'emails': [{'value': 'a'}, {'value': 'b'}], 'title': 'A'}",
                        ScimType.INVALID_SYNTAX,
                        ScimType.INVALID_SYNTAX),
                arguments(
                        Tolerance.DOT_AFTER_URN,
                        "{'active': true}",
                        "{'op': 'replace', 'path': 'CORE.active', 'value': false}",
                        "{'active': false}",
                        ScimType.INVALID_PATH,
                        ScimType.INVALID_PATH),
                arguments(
                        Tolerance.DOT_AFTER_URN,
                        "{}",
                        "{'op': 'add', 'path': 'CORE.name.familyName', 'value': 'F'}",
                        "{'name': {'familyName': 'F'}}",
                        ScimType.INVALID_PATH,
                        ScimType.INVALID_PATH),
                arguments(
                        Tolerance.DOT_AFTER_URN,
                        "{'ENTERPRISE': {'manager': {'value': '1'}}}",
                        "{'op': 'remove', 'path': 'ENTERPRISE.manager.value'}",
                        "{}",
                        ScimType.INVALID_PATH,
                        ScimType.INVALID_PATH),
                arguments(
                        Tolerance.DOT_AFTER_URN,
                        "{'emails': [{'value': 'a', 'type': 'work'}]}",
                        "{'op': 'replace', 'path': 'CORE.emails[type eq `work`].value', 'value': 'b'}",
                        "{'emails': [{'value': 'b', 'type': 'work'}]}",
                        ScimType.INVALID_PATH,
                        ScimType.INVALID_PATH),
                arguments(
                        Tolerance.DOT_AFTER_URN,
                        "{}",
                        "{'op': 'add', 'value': {'BADGE.colors': ['red']}}",
                        "{'BADGE': {'colors': ['red']}}",
                        ScimType.INVALID_SYNTAX,
                        ScimType.INVALID_PATH),
                arguments(
                        Tolerance.CORE_URN,
                        "{'active': true}",
                        "{'op': 'replace', 'value': {'title': 'T', 'CORE': {'active': false, 'name.givenName': 'G'}}}",
                        "{'active': false, 'title': 'T', 'name': {'givenName': 'G'}}",
                        ScimType.INVALID_SYNTAX,
                        ScimType.INVALID_PATH),
                arguments(
                        Tolerance.CORE_URN,
                        "{'active': true}",
                        "{'op': 'replace', 'path': 'CORE', 'value': {'active': false}}",
                        "{'active': false}",
                        ScimType.INVALID_PATH,
                        ScimType.INVALID_PATH),
                arguments(
                        Tolerance.DRAFT_URN,
                        "{'active': true}",
                        "{'op': 'replace', 'path': 'urn:scim:schemas:core:2.0:User:active', 'value': false}",
                        "{'active': false}",
                        ScimType.INVALID_PATH,
                        ScimType.INVALID_PATH),
                arguments(
                        Tolerance.DRAFT_URN,
                        "{'active': true}",
                        "{'op': 'replace', 'path': 'urn:scim:schemas:core:2.0:User.active', 'value': false}",
                        "{'active': false}",
                        ScimType.INVALID_PATH,
                        ScimType.INVALID_PATH),
                arguments(
                        Tolerance.STALE_READ_ONLY,
                        "{'title': 'a'}",
                        "{'op': 'replace', 'value': {'schemas': ['CORE', 'BADGE'], 'id': '2819c223', 'title': 'b',"
                                + " 'meta': {'version': 'W/1', 'lastModified': '2020-01-01T00:00:00Z'},"
                                + " 'groups': [{'value': 'gone', '$ref': 'Groups/gone', 'display': 'Old'}],"
                                + " 'BADGE': {'state': 'then'}}}",
                        "{'title': 'b'}",
                        ScimType.MUTABILITY,
                        ScimType.MUTABILITY),
                arguments(
                        Tolerance.FOREIGN_URN,
                        "{'urn:acme:x:User': {'tags': ['a']}}",
                        "{'op': 'add', 'path': 'urn:acme:x:User:tags', 'value': 'b'}",
                        "{'urn:acme:x:User': {'tags': ['a', 'b']}}",
                        ScimType.INVALID_PATH,
                        ScimType.INVALID_PATH),
                arguments(
                        Tolerance.FOREIGN_PATH,
                        "{'urn:acme:x:User': {'tags': ['a']}, 'active': true}",
                        "{'op': 'replace', 'path': 'urn:acme:x:User:tags[value eq `b`].label', 'value': 'c'},"
                                + " {'op': 'replace', 'path': 'active', 'value': false}",
                        "{'urn:acme:x:User': {'tags': ['a']}, 'active': false}",
                        ScimType.INVALID_PATH,
                        ScimType.INVALID_PATH));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("deviations")
    void isNotedWhereItIsForgivenAndRefusedElsewhere(
            Tolerance tolerance,
            String held,
            String operations,
            String expected,
            ScimType inStrictMode,
            ScimType whereItIsRefused) {
        var compatible = Tolerances.of(ConformanceMode.COMPATIBLE);

        assertThat(patched(json(held), operations, compatible)).isEqualTo(json(expected));
        assertThat(compatible.noted()).contains(tolerance);
        assertThat(refusal(held, operations, Tolerances.of(ConformanceMode.STRICT)))
                .isEqualTo(inStrictMode);
        assertThat(refusal(held, operations, without(tolerance))).isEqualTo(whereItIsRefused);
    }

    private static ScimType refusal(String held, String operations, Tolerances tolerances) {
        return catchThrowableOfType(ScimException.class, () -> patched(json(held), operations, tolerances))
                .scimType()
                .orElseThrow();
    }
}
