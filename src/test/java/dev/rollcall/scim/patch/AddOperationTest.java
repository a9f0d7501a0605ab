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

/// What the RFC says about `add`, in both modes.
class AddOperationTest {
    static Stream<Arguments> additions() {
        return Stream.of(
                arguments(
                        "PA-004 operations run in order",
                        "{}",
                        "{'op': 'add', 'path': 'title', 'value': 'a'}, {'op': 'replace', 'path': 'title', 'value': 'b'}",
                        "{'title': 'b'}"),
                arguments(
                        "PA-009 paths ignore case",
                        "{'name': {'familyName': 'a'}}",
                        "{'op': 'replace', 'path': 'NAME.familyname', 'value': 'b'}",
                        "{'name': {'familyName': 'b'}}"),
                arguments(
                        "PA-009 paths with the core schema's URI",
                        "{}",
                        "{'op': 'add', 'path': 'CORE:title', 'value': 'b'}",
                        "{'title': 'b'}"),
                arguments(
                        "PA-011 an immutable attribute can be set once",
                        "{'BADGE': {'number': '1'}}",
                        "{'op': 'add', 'path': 'BADGE:printed', 'value': '2026-01-01T00:00:00Z'}",
                        "{'BADGE': {'number': '1', 'printed': '2026-01-01T00:00:00Z'}}"),
                arguments(
                        "PA-013 a new primary element is the only one",
                        "{'emails': [{'value': 'a', 'primary': true}, {'value': 'b'}]}",
                        "{'op': 'add', 'path': 'emails', 'value': [{'value': 'c', 'primary': true}]}",
                        "{'emails': [{'value': 'a', 'primary': false}, {'value': 'b'}, {'value': 'c', 'primary': true}]}"),
                arguments(
                        "PA-014 an extension attribute by its full name",
                        "{}",
                        "{'op': 'add', 'path': 'ENTERPRISE:department', 'value': 'R'}",
                        "{'ENTERPRISE': {'department': 'R'}}"),
                arguments(
                        "PA-017 add without path",
                        "{'emails': [{'value': 'a'}]}",
                        "{'op': 'add', 'value': {'emails': [{'value': 'b'}], 'nickName': 'B',"
                                + " 'ENTERPRISE': {'department': 'R'}}}",
                        "{'emails': [{'value': 'a'}, {'value': 'b'}], 'nickName': 'B', 'ENTERPRISE': {'department': 'R'}}"),
                arguments(
                        "PA-018 add to a singular attribute replaces",
                        "{'title': 'a'}",
                        "{'op': 'add', 'path': 'title', 'value': 'b'}",
                        "{'title': 'b'}"),
                arguments(
                        "PA-019 add to a complex attribute keeps the others",
                        "{'name': {'familyName': 'F'}}",
                        "{'op': 'add', 'path': 'name', 'value': {'middleName': 'J'}}",
                        "{'name': {'familyName': 'F', 'middleName': 'J'}}"),
                arguments(
                        "PA-019 add of nothing changes nothing",
                        "{'name': {'familyName': 'F'}}",
                        "{'op': 'add', 'path': 'name', 'value': {}}",
                        "{'name': {'familyName': 'F'}}"),
                arguments(
                        "PA-020 add appends an array",
                        "{'emails': [{'value': 'a'}]}",
                        "{'op': 'add', 'path': 'emails', 'value': [{'value': 'b'}, {'value': 'c'}]}",
                        "{'emails': [{'value': 'a'}, {'value': 'b'}, {'value': 'c'}]}"),
                arguments(
                        "PA-020 add appends one object",
                        "{'emails': [{'value': 'a'}]}",
                        "{'op': 'add', 'path': 'emails', 'value': {'value': 'b'}}",
                        "{'emails': [{'value': 'a'}, {'value': 'b'}]}"),
                arguments(
                        "PA-020 add to a simple multi-valued attribute",
                        "{'BADGE': {'colors': ['red']}}",
                        "{'op': 'add', 'path': 'BADGE:colors', 'value': 'blue'}",
                        "{'BADGE': {'colors': ['red', 'blue']}}"),
                arguments(
                        "PA-021 what is there is not added again",
                        TWO,
                        "{'op': 'add', 'path': 'emails', 'value': [{'value': 'W', 'type': 'work'}, {'value': 'h'}]}",
                        TWO),
                arguments(
                        "PA-021 an empty array adds nothing", TWO, "{'op': 'add', 'path': 'emails', 'value': []}", TWO),
                arguments(
                        "AT-013 more about an element is joined to it",
                        TWO,
                        "{'op': 'add', 'path': 'emails', 'value': [{'value': 'w', 'type': 'work', 'primary': true}]}",
                        "{'emails': [{'value': 'w', 'type': 'work', 'primary': true}, {'value': 'h', 'type': 'home'}]}"),
                arguments(
                        "AT-013 the same value with another type is another element",
                        TWO,
                        "{'op': 'add', 'path': 'emails', 'value': [{'value': 'w', 'type': 'other'}]}",
                        "{'emails': [{'value': 'w', 'type': 'work'}, {'value': 'h', 'type': 'home'},"
                                + " {'value': 'w', 'type': 'other'}]}"),
                arguments(
                        "A-04 add through a filter that matches nothing makes the element",
                        "{}",
                        "{'op': 'add', 'path': 'emails[type eq `work`].value', 'value': 'w'}",
                        "{'emails': [{'type': 'work', 'value': 'w'}]}"),
                arguments(
                        "add through a filter joins an object to each match",
                        WORKS,
                        "{'op': 'add', 'path': 'emails[type eq `home`]', 'value': {'display': 'd'}}",
                        "{'emails': [{'value': 'a', 'type': 'work'}, {'value': 'b', 'type': 'work'},"
                                + " {'value': 'h', 'type': 'home', 'display': 'd'}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    @Proves({
        "PA-004", "PA-009", "PA-011", "PA-013", "PA-014", "PA-017", "PA-018", "PA-019", "PA-020", "PA-021", "AT-013"
    })
    void adds(String rule, String held, String operations, String expected) {
        for (var mode : ConformanceMode.values()) {
            assertThat(patched(held, operations, mode)).as(rule + " " + mode).isEqualTo(json(expected));
        }
    }
}
