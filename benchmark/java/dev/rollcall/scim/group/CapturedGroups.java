package dev.rollcall.scim.group;

import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.values.ValueTables;
import dev.rollcall.sql.Sql;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/// The service's own store of groups, with somebody else where the database would be.
public final class CapturedGroups {
    private CapturedGroups() {}

    /// A store that hands the rows of new groups, as entities, to `inserted`.
    public static GroupStore store(
            SchemaRegistry schemas,
            Sql sql,
            ValueTables values,
            ResourceRows rows,
            Clock clock,
            Consumer<Object> inserted) {
        var groups = new Repository(inserted);
        var table = new MemberTable(sql);
        return new GroupStore(
                schemas,
                groups,
                table,
                new LongMembers(schemas, sql, rows),
                new Memberships(schemas, groups, table, clock),
                values,
                rows,
                clock);
    }

    /// Where memberships begin and end.
    public static Memberships memberships(SchemaRegistry schemas, Sql sql, Clock clock) {
        return new Memberships(schemas, new Repository(_ -> {}), new MemberTable(sql), clock);
    }

    /// The groups of users, of which there are none.
    public static GroupsOfUsers groupsOfUsers(Sql sql, ResourceRows rows) {
        return new GroupsOfUsers(sql, rows);
    }

    private static final class Repository extends GroupRepository {
        private final Consumer<Object> inserted;

        private Repository(Consumer<Object> inserted) {
            this.inserted = inserted;
        }

        @Override
        boolean isTaken(UUID organizationId, GroupName name, UUID id) {
            return false;
        }

        @Override
        public void persistAndFlush(GroupEntity group) {
            inserted.accept(group);
        }
    }
}
