/// That SCIM requests wait for their place among those of their organization, and are told so where there is none.
/// Start with {@link dev.rollcall.scim.fairness.FairnessFilter}.
@NullMarked
package dev.rollcall.scim.fairness;

import org.jspecify.annotations.NullMarked;
