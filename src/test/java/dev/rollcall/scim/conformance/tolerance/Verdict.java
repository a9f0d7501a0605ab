package dev.rollcall.scim.conformance.tolerance;

import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.SchemaFixtures;

/// What becomes of a request.
sealed interface Verdict {

    /// It is refused with status 400 and this `scimType`, and nothing changes.
    record Refused(String scimType) implements Verdict {}

    /// It is served, and the resource has these members afterwards; null where it has none.
    record Read(ScimValue.Complex members) implements Verdict {}

    static Verdict refused(String scimType) {
        return new Refused(scimType);
    }

    /// What is read, in the notation of {@link SchemaFixtures#notation}.
    static Verdict read(String members) {
        return new Read(SchemaFixtures.notation(members));
    }
}
