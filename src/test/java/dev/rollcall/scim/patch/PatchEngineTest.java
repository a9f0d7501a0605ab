package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.patched;
import static dev.rollcall.scim.testing.SchemaFixtures.BADGE_USER;
import static dev.rollcall.scim.testing.SchemaFixtures.ENTERPRISE;
import static dev.rollcall.scim.tolerance.ConformanceMode.COMPATIBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.SchemaValidator;
import dev.rollcall.scim.tolerance.Tolerances;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the engine says of operations besides doing them, and how much it takes.
class PatchEngineTest {
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
        var operations = new PatchReader(Tolerances.of(COMPATIBLE))
                .read(Patches.body(
                        "{'op': 'remove', 'path': 'password'}, {'op': 'add', 'value': {'name.givenName': 'x', 'ENTERPRISE': {}}},"
                                + " {'op': 'add', 'path': 'emails[type eq `work`].value', 'value': 'x'}"));
        var mentioned = new PatchEngine(BADGE_USER, Tolerances.of(COMPATIBLE)).mentions(operations);

        assertThat(BADGE_USER.attributes().stream().filter(mentioned).map(ResolvedAttribute::toString))
                .contains("password", "name", "emails", ENTERPRISE + ":manager")
                .doesNotContain("title", "userName", "schemas")
                .hasSize(9);
    }

    @ParameterizedTest(name = "{0} assigns name.formatted: {1}")
    @MethodSource("assignments")
    void saysWhetherTheOperationsAssignOnePartOfAnAttribute(String operation, boolean assigned) {
        var operations = new PatchReader(Tolerances.of(COMPATIBLE)).read(Patches.body(operation));
        var formatted =
                BADGE_USER.resolve(AttributePath.of("name", "formatted")).orElseThrow();

        assertThat(new PatchEngine(BADGE_USER, Tolerances.of(COMPATIBLE))
                        .assigns(operations)
                        .test(formatted))
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
}
