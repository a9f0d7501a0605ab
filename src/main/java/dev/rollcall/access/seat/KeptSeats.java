package dev.rollcall.access.seat;

import jakarta.transaction.TransactionScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// The members who have their seat already when they become active users in this transaction.
@TransactionScoped
public class KeptSeats {
    private final Set<UUID> members = new HashSet<>();

    /// Notes that the member has one.
    public void keep(UUID member) {
        members.add(member);
    }

    /// Whether the member has one, which is used with that.
    boolean use(UUID member) {
        return members.remove(member);
    }
}
