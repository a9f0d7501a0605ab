package dev.rollcall.access.member;

import dev.rollcall.access.person.MemberOrigin;
import dev.rollcall.access.person.MemberState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which members; null for any.
///
/// @param roleId a role that they have in the end
/// @param teamId a team in which they have a role in the end
/// @param search what their e-mail, user name or display name begins with
/// @param oldestFirst by id; else the newest come first
public record MemberFilter(
        @Nullable MemberState state,
        @Nullable MemberOrigin origin,
        @Nullable UUID roleId,
        @Nullable UUID teamId,
        @Nullable String search,
        boolean oldestFirst) {

    /// Whether it asks for what members have in the end.
    boolean asksForGrants() {
        return roleId != null || teamId != null;
    }

    /// Whether nobody can meet it: who is not active has nothing.
    boolean isImpossible() {
        return asksForGrants() && state != null && state != MemberState.ACTIVE;
    }

    boolean matches(Member member) {
        return (state == null || member.state() == state)
                && (origin == null || member.origin() == origin)
                && (!asksForGrants()
                        || member.grants().stream()
                                .anyMatch(grant -> (roleId == null
                                                || grant.roleId().equals(roleId))
                                        && (teamId == null
                                                || (grant.team() != null
                                                        && grant.team().id().equals(teamId)))));
    }
}
