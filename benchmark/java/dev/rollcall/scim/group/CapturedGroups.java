package dev.rollcall.scim.group;

import dev.rollcall.scim.membership.CapturedMembers;
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
        var members = CapturedMembers.members(schemas, sql, rows);
        var memberships = CapturedMembers.memberships(sql);
        var groups = new StoredGroups(
                schemas,
                new Repository(sql, inserted),
                members,
                memberships,
                CapturedMembers.epochs(sql),
                values,
                rows,
                clock);
        return new GroupStore(schemas, members, groups);
    }

    private static final class Repository extends GroupRepository {
        private final Consumer<Object> inserted;

        private Repository(Sql sql, Consumer<Object> inserted) {
            super(sql);
            this.inserted = inserted;
        }

        @Override
        boolean isTaken(UUID organizationId, GroupName name, UUID id) {
            return false;
        }

        @Override
        void insert(GroupEntity group) {
            inserted.accept(group);
        }
    }
}
