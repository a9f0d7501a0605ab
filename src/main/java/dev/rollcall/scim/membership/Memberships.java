package dev.rollcall.scim.membership;

import dev.rollcall.scim.schema.ScimResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// What a resource that goes leaves behind in groups.
@ApplicationScoped
public class Memberships {
    private final GroupRows groups;
    private final MemberTable members;

    Memberships(GroupRows groups, MemberTable members) {
        this.groups = groups;
        this.members = members;
    }

    /// Takes a resource out of every group, which is a change of these groups; within a transaction only, after
    /// the row of the resource was deleted.
    ///
    /// @return the groups as they are now
    public List<ScimResource> end(UUID organizationId, UUID member) {
        var changed = MemberTable.batches(members.groupsOf(organizationId, member))
                .flatMap(batch -> groups.touch(organizationId, batch).stream())
                .toList();
        members.leaveAll(organizationId, member);
        return changed;
    }
}
