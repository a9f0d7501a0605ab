package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.TWO;
import static dev.rollcall.scim.patch.Patches.WORKS;
import static dev.rollcall.scim.patch.Patches.json;
import static dev.rollcall.scim.patch.Patches.patched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.tolerance.ConformanceMode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the RFC says about `replace`, in both modes.
class ReplaceOperationTest {
    static Stream<Arguments> replacements() {
        return Stream.of(
                arguments(
                        "PA-028 replace without path",
                        "{'emails': [{'value': 'a'}], 'title': 'T'}",
                        "{'op': 'replace', 'value': {'emails': [{'value': 'b'}]}}",
                        "{'emails': [{'value': 'b'}], 'title': 'T'}"),
                arguments(
                        "PA-029 a singular attribute",
                        "{'title': 'a'}",
                        "{'op': 'replace', 'path': 'title', 'value': 'b'}",
                        "{'title': 'b'}"),
                arguments(
                        "PA-029 without a value it is an add",
                        "{}",
                        "{'op': 'replace', 'path': 'title', 'value': 'b'}",
                        "{'title': 'b'}"),
                arguments(
                        "PA-029 a whole multi-valued attribute",
                        TWO,
                        "{'op': 'replace', 'path': 'emails', 'value': [{'value': 'n'}]}",
                        "{'emails': [{'value': 'n'}]}"),
                arguments(
                        "PA-030 a complex attribute keeps the others",
                        "{'name': {'givenName': 'G', 'familyName': 'F'}}",
                        "{'op': 'replace', 'path': 'name', 'value': {'givenName': 'X'}}",
                        "{'name': {'givenName': 'X', 'familyName': 'F'}}"),
                arguments(
                        "PA-030 null takes a sub-attribute away",
                        "{'name': {'givenName': 'G', 'familyName': 'F'}}",
                        "{'op': 'replace', 'path': 'name', 'value': {'GivenName': null}}",
                        "{'name': {'familyName': 'F'}}"),
                arguments(
                        "PA-031 replace on a filtered path changes every match",
                        WORKS,
                        "{'op': 'replace', 'path': 'emails[type eq `work`].display', 'value': 'd'}",
                        "{'emails': [{'value': 'a', 'type': 'work', 'display': 'd'},"
                                + " {'value': 'b', 'type': 'work', 'display': 'd'}, {'value': 'h', 'type': 'home'}]}"),
                arguments(
                        "PA-031 A-29 a whole element keeps what the filter names",
                        "{'emails': [{'value': 'a', 'type': 'work', 'display': 'd'}, {'value': 'h', 'type': 'home'}]}",
                        "{'op': 'replace', 'path': 'emails[type eq `Work`]', 'value': {'value': 'n'}}",
                        "{'emails': [{'value': 'n', 'type': 'work'}, {'value': 'h', 'type': 'home'}]}"),
                arguments(
                        "PA-031 elements that become equal are one",
                        WORKS,
                        "{'op': 'replace', 'path': 'emails[type eq `work`].value', 'value': 'n'}",
                        "{'emails': [{'value': 'n', 'type': 'work'}, {'value': 'h', 'type': 'home'}]}"),
                arguments(
                        "PA-013 setting primary through a filter clears the others",
                        "{'emails': [{'value': 'a', 'primary': true}, {'value': 'b'}]}",
                        "{'op': 'replace', 'path': 'emails[value eq `b`].primary', 'value': true}",
                        "{'emails': [{'value': 'a', 'primary': false}, {'value': 'b', 'primary': true}]}"),
                arguments(
                        "AT-014 null removes",
                        "{'title': 'T', 'nickName': 'N'}",
                        "{'op': 'replace', 'path': 'title', 'value': null}",
                        "{'nickName': 'N'}"),
                arguments("AT-014 the empty array removes", TWO, "{'op': 'replace', 'value': {'emails': []}}", "{}"),
                arguments(
                        "null through a filter removes the elements",
                        TWO,
                        "{'op': 'replace', 'path': 'emails[type eq `work`]', 'value': null}",
                        "{'emails': [{'value': 'h', 'type': 'home'}]}"),
                arguments(
                        "PA-014 the attributes of an extension",
                        "{'ENTERPRISE': {'department': 'R', 'division': 'D'}}",
                        "{'op': 'replace', 'path': 'ENTERPRISE', 'value': {'department': 'S'}}",
                        "{'ENTERPRISE': {'department': 'S', 'division': 'D'}}"),
                arguments(
                        "null takes an extension away",
                        "{'ENTERPRISE': {'department': 'R'}, 'title': 'T'}",
                        "{'op': 'replace', 'value': {'ENTERPRISE': null}}",
                        "{'title': 'T'}"),
                arguments(
                        "A-13 read-only values that are the current ones are ignored",
                        "{'title': 'a'}",
                        "{'op': 'replace', 'value': {'id': '2819c223', 'meta': {'resourceType': 'User'},"
                                + " 'groups': [{'display': 'G', 'value': 'g1'}], 'schemas': ['CORE'], 'title': 'b'}}",
                        "{'title': 'b'}"),
                arguments(
                        "a reference goes with the value it was sent for",
                        "{'ENTERPRISE': {'manager': {'value': '1', '$ref': 'Users/1'}}}",
                        "{'op': 'replace', 'path': 'ENTERPRISE:manager.value', 'value': '2'}",
                        "{'ENTERPRISE': {'manager': {'value': '2'}}}"),
                arguments(
                        "a sub-attribute of every element",
                        TWO,
                        "{'op': 'replace', 'path': 'emails.display', 'value': 'd'}",
                        "{'emails': [{'value': 'w', 'type': 'work', 'display': 'd'},"
                                + " {'value': 'h', 'type': 'home', 'display': 'd'}]}"),
                arguments(
                        "a password is a value like any other",
                        "{}",
                        "{'op': 'replace', 'path': 'password', 'value': 's3cret'}",
                        "{'password': 's3cret'}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replacements")
    @Proves({"PA-013", "PA-014", "PA-028", "PA-029", "PA-030", "PA-031", "AT-014"})
    void replaces(String rule, String held, String operations, String expected) {
        for (var mode : ConformanceMode.values()) {
            assertThat(patched(held, operations, mode)).as(rule + " " + mode).isEqualTo(json(expected));
        }
    }
}
