package dev.rollcall.access.person;

import java.util.UUID;

/// A rule of the organization that the disabling or deletion of a member by an administrator has to keep, such as that
/// somebody who administers it has to stay. It looks at what was just done, in its transaction, and can undo all of it.
public interface MemberGuard {

    /// Looks at a member who was just disabled or deleted.
    ///
    /// @throws dev.rollcall.refusal.RefusedException saying what has to be done first
    void checkLost(UUID organizationId, UUID memberId);
}
