package dev.rollcall.scim.membership;

import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.sql.Sql;
import java.util.List;

/// The service's own members of groups, with somebody else where the database would be.
public final class CapturedMembers {
    private CapturedMembers() {}

    /// The members of groups.
    public static Members members(SchemaRegistry schemas, Sql sql, ResourceRows rows) {
        return new Members(schemas, sql, rows, new MemberTable(sql, epochs(sql)));
    }

    /// Where memberships begin and end, which changes no group.
    public static Memberships memberships(Sql sql) {
        return new Memberships((_, _) -> List.of(), new MemberTable(sql, epochs(sql)));
    }

    /// What ends what replicas remember of groups.
    public static GroupEpochs epochs(Sql sql) {
        return new GroupEpochs(sql);
    }

    /// The groups of users, of which there are none.
    public static GroupsOfUsers groupsOfUsers(Sql sql) {
        return new GroupsOfUsers(sql, new KnownGroups(sql));
    }
}
