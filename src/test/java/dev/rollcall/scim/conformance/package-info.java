/// Scenarios: what a SCIM client sends and what it must get back, one JSON file for each behaviour, and their
/// runner. `docs/conformance.md` describes the format. Start reading at {@link
/// dev.rollcall.scim.conformance.ScenarioRun}.
@NullMarked
package dev.rollcall.scim.conformance;

import org.jspecify.annotations.NullMarked;
