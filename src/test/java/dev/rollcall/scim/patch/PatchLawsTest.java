package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.json;
import static dev.rollcall.scim.testing.SchemaFixtures.BADGE_USER;
import static dev.rollcall.scim.testing.SchemaFixtures.CORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ResourceReader;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.RandomPatches;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Laws that hold for any resource and any patch, tried on random ones.
class PatchLawsTest {
    private static final int ROUNDS = 1_000;
    private final Random random = new Random(7643);
    private final RandomPatches patches = new RandomPatches(random);

    @ParameterizedTest
    @EnumSource
    void whateverIsPatchedIsInTheHeldForm(ConformanceMode mode) {
        var changed = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var held = user(mode);
            var patched = patchedOrHeld(held, patches.operations(1 + random.nextInt(3)), mode);
            changed += patched.equals(held) ? 0 : 1;
            assertThat(read(patched, mode)).isEqualTo(patched);
        }
        assertThat(changed).isGreaterThan(ROUNDS / 40);
    }

    @ParameterizedTest
    @EnumSource
    @Proves("PA-021")
    void addingWhatIsThereChangesNothing(ConformanceMode mode) {
        for (var round = 0; round < ROUNDS; round++) {
            var held = user(mode);
            var operations = held.members().entrySet().stream()
                    .<PatchOperation>map(member -> new PatchOperation.Add(
                            PatchPath.parse(member.getKey(), Tolerances.of(mode)), member.getValue()))
                    .toList();

            assertThat(apply(held, List.of(new PatchOperation.Add(null, held)), mode))
                    .isEqualTo(held);
            assertThat(apply(held, operations, mode)).isEqualTo(held);
        }
    }

    @ParameterizedTest
    @EnumSource
    void replacingByWhatIsThereChangesNothing(ConformanceMode mode) {
        for (var round = 0; round < ROUNDS; round++) {
            var held = user(mode);

            assertThat(apply(held, List.of(new PatchOperation.Replace(null, held)), mode))
                    .isEqualTo(held);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyOneOperationTwiceIsTheSameAsOnce(ConformanceMode mode) {
        for (var round = 0; round < ROUNDS; round++) {
            var held = user(mode);
            var operation = patches.operations(1);
            try {
                var once = apply(held, read(operation, mode), mode);
                assertThat(patchedOrHeld(once, operation, mode)).as(operation).isEqualTo(once);
            } catch (ScimException refused) {
                assertThat(refused.status()).isEqualTo(400);
            }
        }
    }

    private ScimValue.Complex patchedOrHeld(ScimValue.Complex held, String operations, ConformanceMode mode) {
        try {
            return apply(held, read(operations, mode), mode);
        } catch (ScimException refused) {
            assertThat(refused.status()).isEqualTo(400);
            return held;
        }
    }

    private static ScimValue.Complex apply(
            ScimValue.Complex held, List<PatchOperation> operations, ConformanceMode mode) {
        return new PatchEngine(BADGE_USER, Tolerances.of(mode))
                .apply(held, operations, held.with("id", ScimValue.of("1")));
    }

    private static List<PatchOperation> read(String operations, ConformanceMode mode) {
        return new PatchReader(Tolerances.of(mode)).read(Patches.body(operations));
    }

    private static ScimValue.Complex read(ScimValue.Complex attributes, ConformanceMode mode) {
        var body = attributes.with("schemas", ScimValue.array(ScimValue.of(CORE)));
        return new ResourceReader(BADGE_USER, Tolerances.of(mode)).read(body).attributes();
    }

    private ScimValue.Complex user(ConformanceMode mode) {
        var members = List.of(
                "'title': 'T'",
                "'active': true",
                "'name': {'givenName': 'G', 'familyName': 'F'}",
                "'emails': [{'value': 'a', 'type': 'work'}, {'value': 'b', 'type': 'home', 'primary': true}]",
                "'emails': [{'value': 'a', 'type': 'work', 'primary': true}, {'value': 'B', 'type': 'work'}, {'type': 'home'}]",
                "'addresses': [{'region': 'R', 'type': 'home'}, {'region': 'S'}]",
                "'ENTERPRISE': {'department': 'R', 'manager': {'value': '1', '$ref': 'Users/1'}}",
                "'BADGE': {'number': '1', 'colors': ['red', 'green'], 'doors': [{'value': 'a'}, {'value': 'c'}]}",
                "'BADGE': {'number': '1', 'printed': '2026-01-01T00:00:00Z', 'office': {'code': 'c', 'floor': '1'}}",
                "'urn:acme:x:User': {'role': 'r'}");
        var user = json("{'userName': 'x'}");
        for (var member : members) {
            var isCustom = member.contains("urn:acme");
            if (random.nextBoolean() && !(isCustom && mode == ConformanceMode.STRICT)) {
                var more = json("{" + member + "}").members().firstEntry();
                user = user.with(more.getKey(), more.getValue());
            }
        }
        return user;
    }
}
