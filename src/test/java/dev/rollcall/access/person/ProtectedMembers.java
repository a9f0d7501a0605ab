package dev.rollcall.access.person;

import dev.rollcall.refusal.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Members whom the rule of a test keeps.
@ApplicationScoped
class ProtectedMembers implements MemberGuard {
    private final Set<UUID> members = ConcurrentHashMap.newKeySet();

    void protect(UUID member) {
        members.add(member);
    }

    @Override
    public void checkLost(UUID organizationId, UUID memberId) {
        if (members.contains(memberId)) {
            throw RefusedException.of(RefusedException.Kind.STATE, "Somebody has to stay.");
        }
    }
}
