package dev.rollcall.access.grant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which grants by hand are looked for: those of a member, in a team, of a role. What is null is not asked.
public record HandGrantFilter(
        @Nullable UUID memberId,
        @Nullable UUID teamId,
        @Nullable UUID roleId) {
    /// Those of a member.
    public static HandGrantFilter of(UUID memberId) {
        return new HandGrantFilter(memberId, null, null);
    }
}
