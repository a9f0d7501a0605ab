package dev.rollcall.scim.user;

import dev.rollcall.scim.membership.CapturedMembers;
import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.values.ValueTables;
import dev.rollcall.sql.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The service's own store of users, with somebody else where the database would be.
public final class CapturedUsers {
    private static final int SHORTEST_PASSWORD = 8;

    private CapturedUsers() {}

    /// A store that writes where `sql` does.
    public static UserStore store(SchemaRegistry schemas, Sql sql, ValueTables values, ResourceRows rows, Clock clock) {
        var links = new UserLinks(
                schemas,
                CapturedMembers.groupsOfUsers(sql),
                CapturedMembers.memberships(sql),
                new ManagerLinks(schemas, sql),
                rows);
        var users = new UserRepository(sql);
        return new UserStore(
                schemas,
                new UserTypeRules(schemas, () -> SHORTEST_PASSWORD),
                new UserRows(
                        schemas,
                        users,
                        new Claims(new Candidates(sql, clock), users, new Nobody()),
                        values,
                        rows,
                        links,
                        new Namesakes(sql),
                        clock),
                links);
    }

    /// The people of an organization that knows none.
    private static final class Nobody implements KnownPeople {
        @Override
        public Optional<UUID> replace(UUID organizationId, List<UUID> people, @Nullable UUID user, boolean arrives) {
            return Optional.empty();
        }

        @Override
        public void forget(UUID organizationId, List<UUID> people) {}
    }

    /// Where the attributes of a user live.
    public static AttributeBindings bindings(ResourceType type) {
        return UserStore.bindings(type);
    }
}
