package dev.rollcall.access.grant;

import java.util.List;
import java.util.UUID;

/// Mappings of groups that are to be added and removed, as if they were.
///
/// @param remove the ids of mappings
public record MappingChange(List<Added> add, List<UUID> remove) {
    /// All mappings stay as they are.
    public static final MappingChange NONE = new MappingChange(List.of(), List.of());

    public MappingChange {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }

    /// A mapping that is not there.
    ///
    /// @param scopeId the team, or the organization for a role that counts everywhere
    public record Added(UUID groupId, UUID scopeId, UUID roleId) {}
}
