package dev.rollcall.scim.patch;

import static dev.rollcall.scim.testing.SchemaFixtures.BADGE_USER;
import static dev.rollcall.scim.testing.SchemaFixtures.notation;

import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.EnumSet;

/// PATCH requests in the notation of {@link dev.rollcall.scim.testing.SchemaFixtures#notation}.
final class Patches {
    static final String TWO = "{'emails': [{'value': 'w', 'type': 'work'}, {'value': 'h', 'type': 'home'}]}";
    static final String WORKS =
            "{'emails': [{'value': 'a', 'type': 'work'}, {'value': 'b', 'type': 'work'}, {'value': 'h', 'type': 'home'}]}";

    private Patches() {}

    static ScimValue.Complex patched(String attributes, String operations, ConformanceMode mode) {
        return patched(json(attributes), operations, mode);
    }

    static ScimValue.Complex patched(ScimValue.Complex attributes, String operations, ConformanceMode mode) {
        return patched(attributes, operations, Tolerances.of(mode));
    }

    static ScimValue.Complex patched(ScimValue.Complex attributes, String operations, Tolerances tolerances) {
        var read = new PatchReader(tolerances).read(body(operations));
        return new PatchEngine(BADGE_USER, tolerances).apply(attributes, read, representation(attributes));
    }

    /// What a request on a connection in compatible mode is forgiven that refuses this one deviation.
    static Tolerances without(Tolerance refused) {
        var forgiven = EnumSet.copyOf(ConformanceMode.COMPATIBLE.tolerances());
        forgiven.remove(refused);
        return Tolerances.of(forgiven);
    }

    static ScimValue.Complex body(String operations) {
        return json(
                "{'schemas': ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], 'Operations': [" + operations + "]}");
    }

    static ScimValue.Complex json(String text) {
        return notation(text);
    }

    private static ScimValue.Complex representation(ScimValue.Complex attributes) {
        return attributes
                .with("id", ScimValue.of("2819c223"))
                .with("meta", json("{'resourceType': 'User', 'created': '2026-01-01T00:00:00Z'}"))
                .with("groups", ScimValue.array(json("{'value': 'g1', 'display': 'G'}")));
    }
}
