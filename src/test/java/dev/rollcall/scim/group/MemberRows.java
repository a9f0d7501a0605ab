package dev.rollcall.scim.group;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Puts many users and members into the database of an organization, without a request for each.
public final class MemberRows {
    private static final int BATCH = 5_000;
    private static final int FIRST_OTHER = 1_000_000;

    private final Sql sql;
    private final UUID organization;

    /// Those of an organization.
    public MemberRows(Sql sql, UUID organization) {
        this.sql = sql;
        this.organization = organization;
    }

    /// An identifier of this organization alone.
    UUID id(long number) {
        return new UUID(organization.getLeastSignificantBits(), number);
    }

    /// Adds users with consecutive numbers, who are called `user1` and so on.
    ///
    /// @return their identifiers
    public List<UUID> users(int from, int to) {
        inBatches(
                from,
                to,
                "INSERT INTO scim_user (id, organization_id, user_name, user_name_key, created, last_modified, version,"
                        + " document, search_document) VALUES (?, ?, ?, ?, 0, 0, 1, ?, '{}')",
                number -> List.of(
                        ResourceIds.bytes(id(number)),
                        ResourceIds.bytes(organization),
                        "user" + number,
                        "user" + number,
                        "{\"userName\":\"user" + number + "\"}"));
        return IntStream.range(from, to).mapToObj(this::id).toList();
    }

    /// Makes these users members of a group.
    public void members(String group, int from, int to) {
        inBatches(
                from,
                to,
                "INSERT INTO group_member (organization_id, group_id, member_id, member_type) VALUES (?, ?, ?, 'User')",
                number -> List.of(
                        ResourceIds.bytes(organization),
                        ResourceIds.bytes(UUID.fromString(group)),
                        ResourceIds.bytes(id(number))));
    }

    /// Adds groups of two members.
    void otherGroups(int count) {
        var first = FIRST_OTHER;
        inBatches(
                first,
                first + count,
                "INSERT INTO scim_group (id, organization_id, created, last_modified, version, document, search_document)"
                        + " VALUES (?, ?, 0, 0, 1, '{\"displayName\":\"Other\"}', '{}')",
                number -> List.of(ResourceIds.bytes(id(number)), ResourceIds.bytes(organization)));
        for (var member = 0; member < 2; member++) {
            var shift = 1_000_000L * (member + 1);
            inBatches(
                    first,
                    first + count,
                    "INSERT INTO group_member (organization_id, group_id, member_id, member_type) VALUES (?, ?, ?, 'User')",
                    number -> List.of(
                            ResourceIds.bytes(organization),
                            ResourceIds.bytes(id(number)),
                            ResourceIds.bytes(id(number + shift))));
        }
    }

    /// One of the groups that {@link #otherGroups} adds, from 0.
    UUID otherGroup(int number) {
        return id(FIRST_OTHER + number);
    }

    UUID organization() {
        return organization;
    }

    /// Makes a user a member of the first of these groups.
    void intoOtherGroups(int user, int count) {
        inBatches(
                0,
                count,
                "INSERT INTO group_member (organization_id, group_id, member_id, member_type) VALUES (?, ?, ?, 'User')",
                number -> List.of(
                        ResourceIds.bytes(organization),
                        ResourceIds.bytes(otherGroup(number)),
                        ResourceIds.bytes(id(user))));
    }

    /// Tells the planner how many rows there are now.
    void analyze() {
        sql.query(SqlText.of("ANALYZE TABLE scim_user, scim_group, group_member"), row -> row.getString(1));
    }

    private void inBatches(int from, int to, String statement, IntFunction<List<Object>> values) {
        for (var begin = from; begin < to; begin += BATCH) {
            var rows = new ArrayList<List<Object>>();
            IntStream.range(begin, Math.min(begin + BATCH, to)).forEach(number -> rows.add(values.apply(number)));
            sql.batch(statement, rows);
        }
    }
}
