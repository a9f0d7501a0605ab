package dev.rollcall.access.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/// Lets the identity provider of a connection take over from the one before. Users and groups stay, with everything
/// that
/// is theirs; the external ids of the one before are forgotten. A user whom the new one creates is then the one who is
/// there: by the userName, else by the e-mail of the account.
@ApplicationScoped
public class Takeover {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int SLICE = 500;

    private final Switching steps;

    Takeover(Switching steps) {
        this.steps = steps;
    }

    /// Takes over. Where it ends before its end, asking again for the same connection finishes it: nothing is done
    /// twice,
    /// and whatever the new identity provider has written since stays. Outside of transactions only.
    ///
    /// @throws dev.rollcall.refusal.RefusedException if there is no such connection in the organization
    @Transactional(Transactional.TxType.NEVER)
    public TakenOver takeOver(UUID organizationId, UUID connectionId) {
        var switched = steps.begin(organizationId, connectionId);
        var users = forget("scim_user", organizationId, switched);
        var groups = forget("scim_group", organizationId, switched);
        return new TakenOver(connectionId, Instant.ofEpochMilli(switched), users, groups);
    }

    private long forget(String table, UUID organizationId, long switched) {
        var forgotten = 0L;
        var after = FIRST;
        while (true) {
            var slice = steps.forget(table, organizationId, after, switched, SLICE);
            if (slice == null) {
                return forgotten;
            }
            after = slice.last();
            forgotten += slice.forgotten();
        }
    }
}
