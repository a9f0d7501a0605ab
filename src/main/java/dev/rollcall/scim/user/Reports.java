package dev.rollcall.scim.user;

import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.values.ValuesOfType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The users who have a certain manager.
record Reports(ResourceType type, UserRepository users, ValuesOfType values, ManagerLinks managers, Clock clock) {
    private static final int BATCH = 500;

    /// Takes a manager who is gone from everybody who had that one.
    ///
    /// @return the users as they are now
    List<ScimResource> losing(UUID organizationId, UUID manager) {
        var reports = values.find(organizationId, managers.value(), manager.toString());
        var changed = new ArrayList<ScimResource>();
        for (var from = 0; from < reports.size(); from += BATCH) {
            changed.addAll(losing(organizationId, reports.subList(from, Math.min(from + BATCH, reports.size()))));
        }
        return changed;
    }

    private List<ScimResource> losing(UUID organizationId, List<UUID> ids) {
        return users.find(organizationId, ids).stream()
                .map(user -> losing(organizationId, user))
                .toList();
    }

    private ScimResource losing(UUID organizationId, UserEntity user) {
        var before = ResourceRows.resource(type, user);
        user.touch(clock.millis());
        user.write(type, managers.without(before.attributes()));
        users.update(user);
        var after = ResourceRows.resource(type, user);
        values.update(organizationId, before, after);
        return after;
    }
}
