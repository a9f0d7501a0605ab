package dev.rollcall.scim.membership;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Stream;

/// The rows of `group_member`. A statement costs what it is about: no list of members is read to add to it or
/// to take from it. Callers hold the lock on the group.
@ApplicationScoped
class MemberTable {
    /// How many members one statement is about.
    static final int BATCH = 500;

    /// How many members are read at once to be compared with others.
    static final int PAGE = 5_000;

    private static final String OF_GROUP = " FROM group_member m WHERE m.organization_id = ? AND m.group_id = ?";

    // What is remembered of groups is true as long as only users come and go.
    private static final String NESTED = "m.member_type <> 'User'";

    private final Sql sql;
    private final GroupEpochs epochs;

    MemberTable(Sql sql, GroupEpochs epochs) {
        this.sql = sql;
        this.epochs = epochs;
    }

    /// A group whose members are meant.
    record Group(UUID organizationId, UUID id) {
        private Object[] values() {
            return new Object[] {ResourceIds.bytes(organizationId), ResourceIds.bytes(id)};
        }
    }

    /// Those of the resources that are members, with their types; at most {@link #BATCH}.
    SequencedMap<UUID, String> present(Group group, Collection<UUID> ids) {
        return types(listed(
                "m.member_id, m.member_type",
                ids,
                "group_member m ON m.member_id = v.id WHERE m.organization_id = ? AND m.group_id = ?",
                group.values()));
    }

    /// Those of the identifiers that users and groups of the organization have, with their types; at most
    /// {@link #BATCH}. None of these can be deleted before the transaction ends.
    Map<UUID, String> existing(UUID organizationId, Collection<UUID> ids) {
        // In one order, so that two who lock the same rows wait for each other instead of ending in a deadlock.
        var ordered = ids.stream().sorted(Comparator.comparing(UUID::toString)).toList();
        var found = new LinkedHashMap<UUID, String>();
        for (var type : ReferencedType.values()) {
            var missing = ordered.stream().filter(id -> !found.containsKey(id)).toList();
            if (missing.isEmpty()) {
                break;
            }
            found.putAll(types(listed(
                    "r.id, '" + type.keyword() + "'",
                    missing,
                    type.table() + " r ON r.id = v.id WHERE r.organization_id = ? LOCK IN SHARE MODE",
                    ResourceIds.bytes(organizationId))));
        }
        return found;
    }

    // A list that is joined is looked up one by one. With `IN` the planner may rather read the whole group, or lock
    // the whole organization, where others of its size are small on average.
    private static SqlText listed(String columns, Collection<UUID> ids, String joined, Object... values) {
        var all = new ArrayList<Object>();
        ids.forEach(id -> all.add(ResourceIds.bytes(id)));
        Collections.addAll(all, values);
        return new SqlText(
                "SELECT STRAIGHT_JOIN " + columns + " FROM (WITH l (id) AS (VALUES " + SqlText.rows(ids.size(), 1)
                        + ") SELECT id FROM l) v JOIN " + joined,
                all);
    }

    /// Adds members, of which none is there yet; at most {@link #BATCH}.
    void insert(Group group, Map<UUID, String> members) {
        if (members.isEmpty()) {
            return;
        }
        if (members.values().stream().anyMatch(type -> !type.equals(ReferencedType.USER.keyword()))) {
            epochs.end(group.organizationId());
        }
        var values = new ArrayList<Object>();
        members.forEach((id, type) -> {
            Collections.addAll(values, group.values());
            values.add(ResourceIds.bytes(id));
            values.add(type);
        });
        sql.later(new SqlText(
                "INSERT INTO group_member (organization_id, group_id, member_id, member_type) VALUES "
                        + SqlText.rows(members.size(), 4)
                        + " ON DUPLICATE KEY UPDATE member_type = VALUES(member_type)",
                values));
    }

    /// Takes members away.
    ///
    /// @return how many of them were there
    int delete(Group group, Collection<UUID> ids) {
        return batches(ids).mapToInt(batch -> deleteBatch(group, batch)).sum();
    }

    // Without an alias it is another statement to the planner, which looks the identifiers up one by one.
    private int deleteBatch(Group group, List<UUID> ids) {
        var values = new ArrayList<>(List.of(group.values()));
        ids.forEach(id -> values.add(ResourceIds.bytes(id)));
        var listed = new SqlText(
                "m.member_id IN (" + SqlText.placeholders(ids.size()) + ")", values.subList(2, values.size()));
        noteNested(group, listed);
        return sql.update(new SqlText(
                "DELETE FROM group_member WHERE organization_id = ? AND group_id = ? AND member_id IN ("
                        + SqlText.placeholders(ids.size()) + ")",
                values));
    }

    /// Takes all members away that meet a condition.
    int delete(Group group, SqlText condition) {
        noteNested(group, condition);
        return sql.update(ofGroup(group, "DELETE m").followedBy(condition.within(" AND ", "")));
    }

    /// Takes every member away.
    int deleteAll(Group group) {
        noteNested(group, SqlText.TRUE);
        return sql.update(ofGroup(group, "DELETE m"));
    }

    private void noteNested(Group group, SqlText condition) {
        epochs.endIf(
                group.organizationId(),
                ofGroup(group, "SELECT 1").followedBy(condition.within(" AND " + NESTED + " AND ", "")));
    }

    /// Whether a member that is there meets a condition.
    boolean any(Group group, SqlText condition) {
        var query = ofGroup(group, "SELECT 1")
                .followedBy(condition.within(" AND ", " AND " + MembersRelation.LIVE + " LIMIT 1"));
        return !sql.query(query, row -> row.getInt(1)).isEmpty();
    }

    /// Members with their types, in the order of their identifiers, behind the one with the identifier `last`;
    /// at most {@link #PAGE}.
    SequencedMap<UUID, String> page(Group group, UUID last) {
        return types(ofGroup(group, "SELECT m.member_id, m.member_type")
                .within("", " AND m.member_id > ? ORDER BY m.member_id LIMIT " + PAGE, ResourceIds.bytes(last)));
    }

    /// The groups of which a resource is a direct member.
    List<UUID> groupsOf(UUID organizationId, UUID member) {
        var query = SqlText.of(
                "SELECT m.group_id FROM group_member m WHERE m.organization_id = ? AND m.member_id = ? ORDER BY m.group_id",
                ResourceIds.bytes(organizationId),
                ResourceIds.bytes(member));
        return sql.query(query, row -> ResourceIds.fromBytes(row.getBytes(1)));
    }

    /// Takes a resource out of every group.
    void leaveAll(UUID organizationId, UUID member) {
        sql.update(SqlText.of(
                "DELETE FROM group_member WHERE organization_id = ? AND member_id = ?",
                ResourceIds.bytes(organizationId),
                ResourceIds.bytes(member)));
    }

    /// The condition on a member as SQL on `m`.
    static SqlText condition(Condition condition, String baseUri) {
        return MembersRelation.columns(baseUri).translate(condition);
    }

    /// The identifiers in lists of at most {@link #BATCH}.
    static Stream<List<UUID>> batches(Collection<UUID> ids) {
        var all = List.copyOf(ids);
        return Stream.iterate(0, from -> from < all.size(), from -> from + BATCH)
                .map(from -> all.subList(from, Math.min(from + BATCH, all.size())));
    }

    private SequencedMap<UUID, String> types(SqlText query) {
        var types = new LinkedHashMap<UUID, String>();
        sql.query(query, MemberTable::member).forEach(member -> types.put(member.getKey(), member.getValue()));
        return types;
    }

    private static Map.Entry<UUID, String> member(ResultSet row) throws SQLException {
        return Map.entry(ResourceIds.fromBytes(row.getBytes(1)), row.getString(2));
    }

    private static SqlText ofGroup(Group group, String verb) {
        return SqlText.of(verb + OF_GROUP, group.values());
    }
}
