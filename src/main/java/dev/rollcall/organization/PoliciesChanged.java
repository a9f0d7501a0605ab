package dev.rollcall.organization;

import java.util.UUID;

/// Told, in the transaction of the change and after it, to whoever has to do something about other policies.
public record PoliciesChanged(UUID organizationId, Policies before, Policies after) {}
