package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.json;
import static dev.rollcall.scim.testing.SchemaFixtures.BADGE_USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.RandomPatches;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The law against silent loss: whatever an accepted add or replace holds is there afterwards, or is read-only,
/// unknown or empty, and that was noted. Tried on random operations.
class NothingVanishesTest {
    private static final int ROUNDS = 4_000;
    private static final ScimValue.Complex HELD = json("""
            {'userName': 'x', 'active': true, 'emails': [{'value': 'w', 'type': 'work'}],
             'BADGE': {'number': '1', 'colors': ['red'], 'doors': [{'value': 'd'}]}, 'urn:acme:x:User': {'tags': ['t']}}""");
    private static final ScimValue.Complex SHOWN = HELD.with("id", ScimValue.of("2819c223"));

    private final RandomPatches patches = new RandomPatches(new Random(7644));

    @ParameterizedTest
    @EnumSource
    void whateverIsAcceptedIsThereOrNoted(ConformanceMode mode) {
        var accepted = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var body = Patches.body(patches.operations(1));
            var tolerances = Tolerances.of(mode);
            try {
                var operations = new PatchReader(tolerances).read(body);
                var after = new PatchEngine(BADGE_USER, tolerances).apply(HELD, operations, SHOWN);
                accepted++;
                for (var leaf : SentLeaf.of(body)) {
                    assertThat(leaf.isIn(after) || isExcused(leaf, tolerances.noted()))
                            .as("%s of %s: %s, noted %s", leaf, body, after, tolerances.noted())
                            .isTrue();
                }
            } catch (ScimException refused) {
                assertThat(refused.status()).isEqualTo(400);
            }
        }
        assertThat(accepted).isGreaterThan(ROUNDS / 20);
    }

    private static boolean isExcused(SentLeaf leaf, Set<Tolerance> noted) {
        if (leaf.isOwn()) {
            return noted.contains(leaf.text().isEmpty() ? Tolerance.FOREIGN_URN : Tolerance.FOREIGN_PATH);
        }
        var attribute = leaf.path().flatMap(BADGE_USER::resolve);
        if (attribute.isEmpty()) {
            return noted.contains(Tolerance.UNKNOWN_ATTRIBUTE);
        }
        if (leaf.text().isEmpty()) {
            return noted.contains(Tolerance.EMPTY_TEXT);
        }
        if (leaf.names().getLast().equals("primary")) {
            return noted.contains(Tolerance.SEVERAL_PRIMARIES);
        }
        var derived = List.of(AttributePath.of("schemas"), AttributePath.of("id"));
        return derived.contains(leaf.path().orElseThrow())
                || attribute.get().target().isReadOnly()
                || (attribute.get().attribute().isReadOnly() && noted.contains(Tolerance.STALE_READ_ONLY));
    }
}
