package dev.rollcall.scim.group;

import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// What a resource that goes leaves behind in groups.
@ApplicationScoped
public class Memberships {
    private final ResourceType type;
    private final GroupRepository groups;
    private final MemberTable members;
    private final Clock clock;

    Memberships(SchemaRegistry schemas, GroupRepository groups, MemberTable members, Clock clock) {
        this.type = schemas.resourceType("Group").orElseThrow();
        this.groups = groups;
        this.members = members;
        this.clock = clock;
    }

    /// Takes a resource out of every group, which is a change of these groups; within a transaction only, after
    /// the row of the resource was deleted.
    ///
    /// @return the groups as they are now
    public List<ScimResource> end(UUID organizationId, UUID member) {
        var ids = members.groupsOf(organizationId, member);
        var changed = MemberTable.batches(ids)
                .flatMap(batch -> groups.lock(organizationId, batch).stream())
                .toList();
        changed.forEach(group -> group.lastModified = Math.max(clock.millis(), group.lastModified + 1));
        groups.flush();
        members.leaveAll(organizationId, member);
        return changed.stream().map(group -> ResourceRows.resource(type, group)).toList();
    }
}
