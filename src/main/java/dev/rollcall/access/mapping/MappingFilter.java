package dev.rollcall.access.mapping;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which mappings are looked for: those of a group, in a team, to a role. What is null is not asked.
public record MappingFilter(
        @Nullable UUID groupId,
        @Nullable UUID teamId,
        @Nullable UUID roleId) {
    /// All of them.
    public static final MappingFilter ALL = new MappingFilter(null, null, null);
}
