package dev.rollcall.access.grant;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role that a member has in the end.
///
/// @param team in which it counts; null where it counts in the whole organization
/// @param admin whether it makes an org admin
/// @param reasons one or more
public record Grant(@Nullable Team team, UUID roleId, String roleName, boolean admin, List<Reason> reasons) {
    public Grant {
        reasons = List.copyOf(reasons);
    }

    /// A team as it is called.
    public record Team(UUID id, String name) {}
}
