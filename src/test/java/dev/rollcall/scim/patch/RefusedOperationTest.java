package dev.rollcall.scim.patch;

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

/// Operations that the RFC does not let pass, in both modes.
class RefusedOperationTest {
    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("PA-008 an unclosed bracket", "{'op': 'remove', 'path': 'emails['}", ScimType.INVALID_PATH),
                arguments("PA-008 two dots", "{'op': 'remove', 'path': 'a..b'}", ScimType.INVALID_PATH),
                arguments(
                        "PA-008 a bad filter",
                        "{'op': 'remove', 'path': 'emails[type zz 1]'}",
                        ScimType.INVALID_FILTER),
                arguments(
                        "PA-008 an unknown sub-attribute in a filter",
                        "{'op': 'remove', 'path': 'emails[nope eq 1]'}",
                        ScimType.INVALID_FILTER),
                arguments("PA-003 an index", "{'op': 'remove', 'path': 'emails[0]'}", ScimType.INVALID_FILTER),
                arguments("an unknown attribute", "{'op': 'remove', 'path': 'nope'}", ScimType.INVALID_PATH),
                arguments(
                        "an unknown sub-attribute",
                        "{'op': 'remove', 'path': 'emails[type pr].nope'}",
                        ScimType.INVALID_PATH),
                arguments(
                        "a filter on a simple attribute",
                        "{'op': 'remove', 'path': 'title[value eq `x`]'}",
                        ScimType.INVALID_PATH),
                arguments("PA-010 id", "{'op': 'replace', 'path': 'id', 'value': 'x'}", ScimType.MUTABILITY),
                arguments(
                        "PA-010 a part of meta",
                        "{'op': 'replace', 'path': 'meta.created', 'value': 'x'}",
                        ScimType.MUTABILITY),
                arguments("PA-010 groups", "{'op': 'replace', 'path': 'groups', 'value': []}", ScimType.MUTABILITY),
                arguments(
                        "PA-010 elements of groups",
                        "{'op': 'remove', 'path': 'groups[value eq `g1`]'}",
                        ScimType.MUTABILITY),
                arguments(
                        "EN-003 the manager's name",
                        "{'op': 'add', 'path': 'ENTERPRISE:manager.displayName', 'value': 'x'}",
                        ScimType.MUTABILITY),
                arguments(
                        "A-13 another id without path",
                        "{'op': 'replace', 'value': {'id': 'other'}}",
                        ScimType.MUTABILITY),
                arguments(
                        "PA-011 an immutable attribute",
                        "{'op': 'replace', 'path': 'BADGE:printed', 'value': '2027-01-01T00:00:00Z'}",
                        ScimType.MUTABILITY),
                arguments(
                        "PA-011 removing an immutable attribute",
                        "{'op': 'remove', 'path': 'BADGE:printed'}",
                        ScimType.MUTABILITY),
                arguments(
                        "PA-011 an immutable sub-attribute",
                        "{'op': 'replace', 'path': 'BADGE:office', 'value': {'floor': '9'}}",
                        ScimType.MUTABILITY),
                arguments(
                        "PA-011 removing an extension with an immutable value",
                        "{'op': 'remove', 'path': 'BADGE'}",
                        ScimType.MUTABILITY),
                arguments(
                        "GR-004 an immutable sub-attribute of an element",
                        "{'op': 'replace', 'path': 'BADGE:doors[value eq `d`].value', 'value': 'e'}",
                        ScimType.MUTABILITY),
                arguments(
                        "PA-012 a wrong type",
                        "{'op': 'replace', 'path': 'active', 'value': 'maybe'}",
                        ScimType.INVALID_VALUE),
                arguments(
                        "PA-012 an object for a string",
                        "{'op': 'add', 'path': 'title', 'value': {}}",
                        ScimType.INVALID_VALUE),
                arguments("PA-026 a required attribute", "{'op': 'remove', 'path': 'userName'}", ScimType.MUTABILITY),
                arguments(
                        "PA-026 a required attribute by null",
                        "{'op': 'replace', 'path': 'userName', 'value': null}",
                        ScimType.MUTABILITY),
                arguments(
                        "PA-026 a required sub-attribute",
                        "{'op': 'remove', 'path': 'BADGE:office.code'}",
                        ScimType.MUTABILITY),
                arguments(
                        "the core schema", "{'op': 'remove', 'path': 'schemas[value eq `CORE`]'}", ScimType.MUTABILITY),
                arguments(
                        "A-04 a filter that describes no element",
                        "{'op': 'add', 'path': 'emails[type sw `w`].value', 'value': 'x'}",
                        ScimType.NO_TARGET),
                arguments(
                        "an element that would not meet its filter",
                        "{'op': 'add', 'path': 'emails[value eq `old`].value', 'value': 'new'}",
                        ScimType.NO_TARGET),
                arguments(
                        "one name in two cases",
                        "{'op': 'add', 'value': {'title': 'a', 'TITLE': 'b'}}",
                        ScimType.INVALID_SYNTAX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    @Proves({"PA-003", "PA-008", "PA-010", "PA-011", "PA-012", "PA-026", "EN-003", "GR-004"})
    void refusesInEitherMode(String rule, String operations, ScimType expected) {
        var held = "{'userName': 'x', 'BADGE': {'number': '1', 'printed': '2026-01-01T00:00:00Z',"
                + " 'office': {'code': 'c', 'floor': '1'}, 'doors': [{'value': 'd'}]}}";
        for (var mode : ConformanceMode.values()) {
            var refusal = catchThrowableOfType(ScimException.class, () -> patched(held, operations, mode));
            assertThat(refusal).as(rule + " " + mode).isNotNull();
            assertThat(refusal.scimType()).as(refusal.detail()).contains(expected);
        }
    }
}
