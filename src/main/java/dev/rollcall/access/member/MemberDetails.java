package dev.rollcall.access.member;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member with all that the service knows.
///
/// @param changes what identity providers did to them, the latest first
public record MemberDetails(Member member, List<Membership> groups, List<Event> changes) {
    public MemberDetails {
        groups = List.copyOf(groups);
        changes = List.copyOf(changes);
    }

    /// A group that they are in.
    ///
    /// @param name null where it has none
    /// @param direct whether they are in it themselves, or through other groups alone
    public record Membership(UUID id, @Nullable String name, boolean direct) {}

    /// What was done.
    ///
    /// @param kind such as `updated`
    public record Event(Instant time, String kind) {}
}
