package dev.rollcall.scim.conformance;

import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.scim.tolerance.ConformanceMode;

/// What a scenario asks of the connection whose tokens it uses.
record TestedConnection(ConformanceMode mode, IdentityProvider identityProvider) {}
