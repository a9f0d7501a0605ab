package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.json;
import static dev.rollcall.scim.patch.Patches.patched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What real clients send: accepted in compatible mode, refused in strict mode.
class ClientPatchTest {
    private static final String TWO = "{'emails': [{'value': 'w', 'type': 'work'}, {'value': 'h', 'type': 'home'}]}";

    static Stream<Arguments> deviations() {
        return Stream.of(
                arguments(
                        "A-02 booleans as strings",
                        "{'active': true}",
                        "{'op': 'replace', 'path': 'active', 'value': 'False'}",
                        "{'active': false}",
                        ScimType.INVALID_VALUE),
                arguments(
                        "A-02 primary as a string",
                        "{'roles': [{'value': 'a'}]}",
                        "{'op': 'replace', 'path': 'roles[value eq `a`].primary', 'value': 'True'}",
                        "{'roles': [{'value': 'a', 'primary': true}]}",
                        ScimType.INVALID_VALUE),
                arguments(
                        "A-02 a boolean in a path's filter",
                        "{'roles': [{'value': 'a', 'primary': true}]}",
                        "{'op': 'replace', 'path': 'roles[primary eq `True`].value', 'value': 'b'}",
                        "{'roles': [{'value': 'b', 'primary': true}]}",
                        ScimType.INVALID_FILTER),
                arguments(
                        "A-10 an unknown attribute with a filter as a key",
                        "{'active': true}",
                        "{'op': 'replace', 'value': {'active': false, 'badges[type eq `a`].value': '1'}}",
                        "{'active': false}",
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "A-13 a group sent back in part",
                        "{'active': true}",
                        "{'op': 'replace', 'value': {'active': 'False', 'groups': [{'value': 'g1', '$ref': null}]}}",
                        "{'active': false}",
                        ScimType.INVALID_VALUE),
                arguments(
                        "A-03 remove with listed elements",
                        TWO,
                        "{'op': 'remove', 'path': 'emails', 'value': [{'$ref': null, 'value': 'W'}, {'value': 'none'}]}",
                        "{'emails': [{'value': 'h', 'type': 'home'}]}",
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "A-03 remove with one listed element of another type",
                        TWO,
                        "{'op': 'remove', 'path': 'emails', 'value': {'value': 'w', 'type': 'home'}}",
                        TWO,
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "A-03 remove with an empty list",
                        TWO,
                        "{'op': 'remove', 'path': 'emails', 'value': []}",
                        TWO,
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "A-03 remove with a list of simple values",
                        "{'BADGE': {'colors': ['red', 'blue']}}",
                        "{'op': 'remove', 'path': 'BADGE:colors', 'value': ['red']}",
                        "{'BADGE': {'colors': ['blue']}}",
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "remove of a singular attribute with its value",
                        "{'ENTERPRISE': {'manager': {'value': '1'}}}",
                        "{'op': 'remove', 'path': 'ENTERPRISE:manager', 'value': '1'}",
                        "{}",
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "A-04 replace through a filter makes the element",
                        "{'title': 'T'}",
                        "{'op': 'replace', 'path': 'emails[type eq `Work` and primary eq true].value', 'value': 'w'}",
                        "{'title': 'T', 'emails': [{'value': 'w', 'type': 'work', 'primary': true}]}",
                        ScimType.NO_TARGET),
                arguments(
                        "A-04 replace of a whole element makes it",
                        "{}",
                        "{'op': 'replace', 'path': 'addresses[type eq `work`]', 'value': {'locality': 'L'}}",
                        "{'addresses': [{'locality': 'L', 'type': 'work'}]}",
                        ScimType.NO_TARGET),
                arguments(
                        "replace of a sub-attribute where there is no element",
                        "{}",
                        "{'op': 'replace', 'path': 'emails.value', 'value': 'w'}",
                        "{'emails': [{'value': 'w'}]}",
                        ScimType.NO_TARGET),
                arguments(
                        "null through a filter that matches nothing",
                        TWO,
                        "{'op': 'replace', 'path': 'emails[type eq `other`].value', 'value': null}",
                        TWO,
                        ScimType.NO_TARGET),
                arguments(
                        "A-05 dotted and URN keys, and filters in keys",
                        "{'name': {'familyName': 'F'}}",
                        "{'op': 'replace', 'value': {'displayName': 'a', 'name.givenName': 'b',"
                                + " 'ENTERPRISE:employeeNumber': 'c', 'emails[type eq `work`].value': 'w'}}",
                        "{'displayName': 'a', 'name': {'familyName': 'F', 'givenName': 'b'},"
                                + " 'ENTERPRISE': {'employeeNumber': 'c'}, 'emails': [{'type': 'work', 'value': 'w'}]}",
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "A-05 dotted keys in an extension's object",
                        "{}",
                        "{'op': 'add', 'value': {'ENTERPRISE': {'manager.value': '1'}}}",
                        "{'ENTERPRISE': {'manager': {'value': '1'}}}",
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "A-10 unknown attributes without path",
                        "{}",
                        "{'op': 'add', 'value': {'shoeSize': 44, 'title': 'T', 'ENTERPRISE': {'desk': 1}}}",
                        "{'title': 'T'}",
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "A-10 unknown sub-attributes",
                        "{}",
                        "{'op': 'add', 'path': 'name', 'value': {'shoeSize': 44, 'givenName': 'G'}}",
                        "{'name': {'givenName': 'G'}}",
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "A-21 two new primaries",
                        "{}",
                        "{'op': 'add', 'path': 'emails', 'value': [{'value': 'a', 'primary': true},"
                                + " {'value': 'b', 'primary': true}]}",
                        "{'emails': [{'value': 'a', 'primary': true}, {'value': 'b', 'primary': false}]}",
                        ScimType.INVALID_VALUE),
                arguments(
                        "A-21 primary set on two matches",
                        TWO,
                        "{'op': 'replace', 'path': 'emails[value pr].primary', 'value': true}",
                        "{'emails': [{'value': 'w', 'type': 'work', 'primary': true},"
                                + " {'value': 'h', 'type': 'home', 'primary': false}]}",
                        ScimType.INVALID_VALUE),
                arguments(
                        "A-27 manager as a plain string",
                        "{'ENTERPRISE': {'manager': {'value': '1', '$ref': 'Users/1'}}}",
                        "{'op': 'replace', 'path': 'ENTERPRISE:manager', 'value': '2'}",
                        "{'ENTERPRISE': {'manager': {'value': '2'}}}",
                        ScimType.INVALID_VALUE),
                arguments(
                        "an empty manager takes it away",
                        "{'ENTERPRISE': {'manager': {'value': '1'}}}",
                        "{'op': 'replace', 'path': 'ENTERPRISE:manager', 'value': ''}",
                        "{}",
                        ScimType.INVALID_VALUE),
                arguments(
                        "an empty manager's value takes it away",
                        "{'ENTERPRISE': {'manager': {'value': '1'}}}",
                        "{'op': 'replace', 'value': {'ENTERPRISE': {'manager': {'value': ''}}, 'ENTERPRISE:desk': 1}}",
                        "{}",
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "one object for all elements",
                        TWO,
                        "{'op': 'replace', 'path': 'emails', 'value': {'value': 'n'}}",
                        "{'emails': [{'value': 'n'}]}",
                        ScimType.INVALID_VALUE),
                arguments(
                        "an object under a custom URN",
                        "{'urn:acme:x:User': {'a': 1, 'b': 2}}",
                        "{'op': 'replace', 'value': {'URN:acme:x:user': {'A': 3, 'b': null, 'c': ''}}}",
                        "{'urn:acme:x:User': {'a': 3}}",
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "a member under a custom URN",
                        "{}",
                        "{'op': 'add', 'path': 'urn:acme:x:User:role', 'value': 'r'}",
                        "{'urn:acme:x:User': {'role': 'r'}}",
                        ScimType.INVALID_PATH),
                arguments(
                        "a key that is a member under a custom URN",
                        "{}",
                        "{'op': 'add', 'value': {'urn:acme:x:User:role': 'r'}}",
                        "{'urn:acme:x:User': {'role': 'r'}}",
                        ScimType.INVALID_SYNTAX),
                arguments(
                        "removing a member under a custom URN",
                        "{'urn:acme:x:User': {'a': 1, 'b': 2}}",
                        "{'op': 'remove', 'path': 'urn:acme:x:User:b'}",
                        "{'urn:acme:x:User': {'a': 1}}",
                        ScimType.INVALID_PATH),
                arguments(
                        "removing an object under a custom URN",
                        "{'urn:acme:x:User': {'a': 1}}",
                        "{'op': 'remove', 'path': 'urn:acme:x:user'}",
                        "{}",
                        ScimType.INVALID_PATH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deviations")
    @Proves("PA-032")
    void compatibleModeAcceptsAndStrictModeRefuses(
            String rule, String held, String operations, String expected, ScimType refused) {
        assertThat(patched(held, operations, ConformanceMode.COMPATIBLE))
                .as(rule)
                .isEqualTo(json(expected));

        var refusal =
                catchThrowableOfType(ScimException.class, () -> patched(held, operations, ConformanceMode.STRICT));
        assertThat(refusal).as(rule).isNotNull();
        assertThat(refusal.scimType()).as(refusal.detail()).contains(refused);
    }
}
