/// The profile of SCIM that the service keeps to, `docs/scim-profile.md`: every requirement with the scenarios
/// and tests that prove it. Start reading at {@link dev.rollcall.scim.conformance.profile.ScimProfileTest}.
@NullMarked
package dev.rollcall.scim.conformance.profile;

import org.jspecify.annotations.NullMarked;
