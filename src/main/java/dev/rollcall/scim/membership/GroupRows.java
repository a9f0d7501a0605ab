package dev.rollcall.scim.membership;

import dev.rollcall.scim.schema.ScimResource;
import java.util.List;
import java.util.UUID;

/// The rows of groups, for those who take members out of them.
public interface GroupRows {
    /// Locks the groups in the order in which their identifiers are given, and makes them changed now; within a
    /// transaction only. Those that are gone are left out.
    ///
    /// @return the groups as they are now
    List<ScimResource> touch(UUID organizationId, List<UUID> ids);
}
