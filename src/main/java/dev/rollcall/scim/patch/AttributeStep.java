package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import org.jspecify.annotations.Nullable;

/// What an operation makes of the value of one attribute. The answer is the new value, unassigned where there
/// is none.
interface AttributeStep {
    /// The value of an attribute as a whole, or of a sub-attribute of a singular one.
    ScimValue attribute(ResolvedAttribute path, @Nullable ScimValue current, ScimValue sent);

    /// The value of an attribute some of whose elements are concerned.
    ScimValue elements(PatchTarget.Elements target, @Nullable ScimValue current, ScimValue sent);
}
