/// What a scenario file says, and reading it. Start at {@link dev.rollcall.scim.conformance.scenario.Scenario}.
@NullMarked
package dev.rollcall.scim.conformance.scenario;

import org.jspecify.annotations.NullMarked;
