package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.json;
import static dev.rollcall.scim.patch.Patches.patched;
import static dev.rollcall.scim.schema.ConformanceMode.COMPATIBLE;
import static dev.rollcall.scim.testing.SchemaFixtures.BADGE_USER;
import static dev.rollcall.scim.testing.SchemaFixtures.ENTERPRISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ConformanceMode;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.SchemaValidator;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the RFC says about operations, in both modes.
class PatchEngineTest {
    private static final String TWO = "{'emails': [{'value': 'w', 'type': 'work'}, {'value': 'h', 'type': 'home'}]}";
    private static final String WORKS =
            "{'emails': [{'value': 'a', 'type': 'work'}, {'value': 'b', 'type': 'work'}, {'value': 'h', 'type': 'home'}]}";

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
    @MethodSource({"additions", "removals", "replacements"})
    @Proves({
        "PA-004", "PA-009", "PA-011", "PA-013", "PA-014", "PA-017", "PA-018", "PA-019", "PA-020", "PA-021", "PA-023",
        "PA-024", "PA-025", "PA-027", "PA-028", "PA-029", "PA-030", "PA-031", "AT-013", "AT-014"
    })
    void patchesInEitherMode(String rule, String held, String operations, String expected) {
        for (var mode : ConformanceMode.values()) {
            assertThat(patched(held, operations, mode)).as(rule + " " + mode).isEqualTo(json(expected));
        }
    }

    @Test
    @Proves("SC-008")
    void refusesMoreElementsThanAResourceMayHold() {
        var many = IntStream.range(0, SchemaValidator.MAX_ELEMENTS + 1)
                .mapToObj(i -> "{'value': '" + i + "'}")
                .collect(Collectors.joining(", "));
        var refusal = catchThrowableOfType(
                ScimException.class,
                () -> patched("{}", "{'op': 'add', 'path': 'roles', 'value': [" + many + "]}", COMPATIBLE));

        assertThat(refusal.scimType()).contains(ScimType.INVALID_VALUE);
    }

    @Test
    void aThousandOperationsOnAFullAttributeTakeLittleTime() {
        var roles = IntStream.range(0, SchemaValidator.MAX_ELEMENTS)
                .mapToObj(i -> "{'value': '" + i + "', 'type': 't" + i % 7 + "'}")
                .collect(Collectors.joining(", "));
        var operations = IntStream.range(0, 1_000)
                .mapToObj(i -> "{'op': 'replace', 'path': 'roles[value eq `" + i + "`].display', 'value': 'd'}")
                .collect(Collectors.joining(", "));

        var start = System.nanoTime();
        var patched = patched("{'roles': [" + roles + "]}", operations, COMPATIBLE);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(patched.toString().split("display", -1)).hasSize(1_001);
    }

    @Test
    void saysWhichAttributesTheOperationsAreAbout() {
        var operations = new PatchReader(COMPATIBLE)
                .read(Patches.body(
                        "{'op': 'remove', 'path': 'password'}, {'op': 'add', 'value': {'name.givenName': 'x', 'ENTERPRISE': {}}},"
                                + " {'op': 'add', 'path': 'emails[type eq `work`].value', 'value': 'x'}"));
        var mentioned = new PatchEngine(BADGE_USER, COMPATIBLE).mentions(operations);

        assertThat(BADGE_USER.attributes().stream().filter(mentioned).map(ResolvedAttribute::toString))
                .contains("password", "name", "emails", ENTERPRISE + ":manager")
                .doesNotContain("title", "userName", "schemas")
                .hasSize(9);
    }

    @ParameterizedTest(name = "{0} assigns name.formatted: {1}")
    @MethodSource("assignments")
    void saysWhetherTheOperationsAssignOnePartOfAnAttribute(String operation, boolean assigned) {
        var operations = new PatchReader(COMPATIBLE).read(Patches.body(operation));
        var formatted =
                BADGE_USER.resolve(AttributePath.of("name", "formatted")).orElseThrow();

        assertThat(new PatchEngine(BADGE_USER, COMPATIBLE).assigns(operations).test(formatted))
                .isEqualTo(assigned);
    }

    static Stream<Arguments> assignments() {
        return Stream.of(
                arguments("{'op': 'replace', 'path': 'name.formatted', 'value': 'x'}", true),
                arguments("{'op': 'remove', 'path': 'CORE:name.formatted'}", true),
                arguments("{'op': 'add', 'path': 'name', 'value': {'FORMATTED': 'x'}}", true),
                arguments("{'op': 'replace', 'value': {'name': {'formatted': 'x', 'familyName': 'y'}}}", true),
                arguments("{'op': 'replace', 'value': {'name.familyName': 'y', 'name.formatted': 'x'}}", true),
                arguments("{'op': 'replace', 'path': 'name.familyName', 'value': 'x'}", false),
                arguments("{'op': 'replace', 'path': 'name', 'value': {'familyName': 'x'}}", false),
                arguments("{'op': 'replace', 'value': {'name': {'familyName': 'y'}}}", false),
                arguments("{'op': 'replace', 'value': {'name.familyName': 'y'}}", false),
                arguments("{'op': 'replace', 'path': 'addresses', 'value': [{'formatted': 'x'}]}", false));
    }

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
