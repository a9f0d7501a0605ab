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

/// What the RFC says about `remove`, in both modes.
class RemoveOperationTest {
    static Stream<Arguments> removals() {
        return Stream.of(
                arguments(
                        "PA-023 a singular attribute",
                        "{'nickName': 'N'}",
                        "{'op': 'remove', 'path': 'nickName'}",
                        "{}"),
                arguments("PA-023 a whole multi-valued attribute", TWO, "{'op': 'remove', 'path': 'emails'}", "{}"),
                arguments(
                        "PA-023 a sub-attribute",
                        "{'name': {'givenName': 'G', 'familyName': 'F'}}",
                        "{'op': 'remove', 'path': 'name.givenName'}",
                        "{'name': {'familyName': 'F'}}"),
                arguments(
                        "PA-023 the last sub-attribute",
                        "{'name': {'givenName': 'G'}}",
                        "{'op': 'remove', 'path': 'name.givenName'}",
                        "{}"),
                arguments(
                        "PA-024 the matching elements",
                        WORKS,
                        "{'op': 'remove', 'path': 'emails[type eq `work`]'}",
                        "{'emails': [{'value': 'h', 'type': 'home'}]}"),
                arguments(
                        "PA-024 the last elements",
                        "{'emails': [{'value': 'a', 'type': 'work'}]}",
                        "{'op': 'remove', 'path': 'emails[type eq `work`]'}",
                        "{}"),
                arguments(
                        "PA-024 E7122 an expression on a simple attribute",
                        "{'BADGE': {'colors': ['red', 'blue']}}",
                        "{'op': 'remove', 'path': 'BADGE:colors eq `red`'}",
                        "{'BADGE': {'colors': ['blue']}}"),
                arguments(
                        "PA-024 brackets on a simple attribute",
                        "{'BADGE': {'colors': ['red', 'blue']}}",
                        "{'op': 'remove', 'path': 'BADGE:colors[value eq `red`]'}",
                        "{'BADGE': {'colors': ['blue']}}"),
                arguments(
                        "PA-025 a sub-attribute of the matching elements",
                        WORKS,
                        "{'op': 'remove', 'path': 'emails[type eq `work` and value eq `a`].type'}",
                        "{'emails': [{'value': 'a'}, {'value': 'b', 'type': 'work'}, {'value': 'h', 'type': 'home'}]}"),
                arguments(
                        "PA-027 A-09 a filter that matches nothing",
                        TWO,
                        "{'op': 'remove', 'path': 'emails[value eq `none`]'}",
                        TWO),
                arguments("PA-027 an attribute that is not there", TWO, "{'op': 'remove', 'path': 'title'}", TWO),
                arguments(
                        "A-28 the last extension attribute",
                        "{'ENTERPRISE': {'department': 'R'}, 'title': 'T'}",
                        "{'op': 'remove', 'path': 'ENTERPRISE:department'}",
                        "{'title': 'T'}"),
                arguments(
                        "a whole extension",
                        "{'ENTERPRISE': {'department': 'R'}, 'title': 'T'}",
                        "{'op': 'remove', 'path': 'ENTERPRISE'}",
                        "{'title': 'T'}"),
                arguments(
                        "PA-014 an extension through schemas",
                        "{'ENTERPRISE': {'department': 'R'}, 'title': 'T'}",
                        "{'op': 'remove', 'path': 'schemas[value eq `ENTERPRISE`]'}",
                        "{'title': 'T'}"),
                arguments(
                        "a sub-attribute of every element",
                        TWO,
                        "{'op': 'remove', 'path': 'emails.type'}",
                        "{'emails': [{'value': 'w'}, {'value': 'h'}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("removals")
    @Proves({"PA-014", "PA-023", "PA-024", "PA-025", "PA-027"})
    void removes(String rule, String held, String operations, String expected) {
        for (var mode : ConformanceMode.values()) {
            assertThat(patched(held, operations, mode)).as(rule + " " + mode).isEqualTo(json(expected));
        }
    }
}
