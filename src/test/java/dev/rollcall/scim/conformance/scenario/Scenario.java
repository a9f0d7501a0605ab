package dev.rollcall.scim.conformance.scenario;

import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import java.util.List;
import java.util.SequencedMap;

/// One behaviour of the service as a client sees it.
///
/// @param file the file it was read from, for messages
/// @param source where the behaviour is written: a section of an RFC, or what a client's vendor documents
/// @param requirements the ids of the requirements that it checks
/// @param modes the conformance modes in which the service must behave so
/// @param identityProvider the label of the connection
/// @param variables what the steps can name, in this order of definition
public record Scenario(
        String file,
        String id,
        String title,
        String source,
        List<String> requirements,
        List<ConformanceMode> modes,
        IdentityProvider identityProvider,
        SequencedMap<String, ScimValue> variables,
        List<Step> steps) {}
