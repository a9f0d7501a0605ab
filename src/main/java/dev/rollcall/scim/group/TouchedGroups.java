package dev.rollcall.scim.group;

import dev.rollcall.scim.membership.GroupRows;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Groups that change since a member of theirs is gone.
@ApplicationScoped
class TouchedGroups implements GroupRows {
    private final ResourceType type;
    private final GroupRepository groups;
    private final Clock clock;

    TouchedGroups(SchemaRegistry schemas, GroupRepository groups, Clock clock) {
        this.type = schemas.resourceType("Group").orElseThrow();
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public List<ScimResource> touch(UUID organizationId, List<UUID> ids) {
        var locked = groups.lock(organizationId, ids);
        locked.forEach(group -> {
            group.touch(clock.millis());
            groups.update(group);
        });
        return locked.stream().map(group -> ResourceRows.resource(type, group)).toList();
    }
}
