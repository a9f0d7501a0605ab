package dev.rollcall.scim.group;

import dev.rollcall.scim.protocol.BodySize;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// How large the body of a group may be, for the checks on bodies of all kinds.
@Singleton
class GroupBodySize {

    @Produces
    @Singleton
    BodySize of(GroupsConfig config) {
        return new BodySize("rollcall.groups.body-size", config.bodySize().asLongValue());
    }
}
