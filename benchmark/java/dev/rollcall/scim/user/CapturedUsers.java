package dev.rollcall.scim.user;

import dev.rollcall.scim.group.CapturedGroups;
import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.persistence.ValueIndex;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.values.ValueTables;
import dev.rollcall.sql.Sql;
import java.time.Clock;

/// The service's own store of users, with somebody else where the database would be.
public final class CapturedUsers {
    private static final int SHORTEST_PASSWORD = 8;

    private CapturedUsers() {}

    /// A store that writes where `sql` does.
    public static UserStore store(
            SchemaRegistry schemas, Sql sql, ValueTables values, ValueIndex index, ResourceRows rows, Clock clock) {
        var links = new UserLinks(
                schemas,
                CapturedGroups.groupsOfUsers(sql, rows),
                CapturedGroups.memberships(schemas, sql, clock),
                new ManagerLinks(schemas, sql));
        return new UserStore(
                schemas,
                () -> SHORTEST_PASSWORD,
                new UserRepository(sql),
                new DormantUsers(sql),
                values,
                index,
                rows,
                links,
                clock);
    }

    /// Where the attributes of a user live.
    public static AttributeBindings bindings(ResourceType type) {
        return UserStore.bindings(type);
    }
}
