package dev.rollcall.access.mapping;

import dev.rollcall.access.grant.Grant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a change of mappings would do, while nothing is changed.
///
/// @param affected how many people would have something else
/// @param gained how many would get what that they have nothing of there
/// @param lost how many would lose what without getting another role there
/// @param changed how many would have another role in a team where they have one
/// @param people the first of them by id
/// @param lastAdminGoes whether nobody would administer the organization any more
/// @param refusal why saving it would be refused; null where it would not
public record MappingPreview(
        long affected,
        List<Counted> gained,
        List<Counted> lost,
        List<Changed> changed,
        List<Affected> people,
        boolean lastAdminGoes,
        @Nullable String refusal) {
    public MappingPreview {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        changed = List.copyOf(changed);
        people = List.copyOf(people);
    }

    /// A role as it is called.
    public record Role(UUID id, String name) {}

    /// So many people and one role.
    ///
    /// @param team null for a role that counts everywhere
    public record Counted(Grant.@Nullable Team team, Role role, long people) {}

    /// So many people who change from one role to another.
    public record Changed(Grant.Team team, Role from, Role to, long people) {}

    /// One person, with all that they have.
    ///
    /// @param name the user name
    public record Affected(UUID id, String name, List<Grant> before, List<Grant> after) {
        public Affected {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
