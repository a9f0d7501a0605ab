package dev.rollcall.scim.membership;

import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.search.RowAttribute;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads `members` of groups, in the order of their identifiers: of many groups at once where the members are
/// few, and otherwise of one group, batch by batch. A row that names a resource that is gone, as replicated
/// databases may keep one, is no member.
@ApplicationScoped
public class Members implements RowAttribute {
    /// How many members are read at once of a group that is read batch by batch.
    static final int BATCH = 1_000;

    private static final String TABLE = ReferencedType.GROUP.table();

    private static final String COLUMNS = "m.group_id, m.member_id, m.member_type, CASE m.member_type WHEN 'Group' THEN"
            + " JSON_VALUE(g.document, '$.displayName') ELSE IFNULL(NULLIF(JSON_VALUE(u.document,"
            + " '$.displayName'), ''), u.user_name) END";

    private static final String LIVE = " FROM group_member m LEFT JOIN scim_user u ON u.id = m.member_id"
            + " LEFT JOIN scim_group g ON g.id = m.member_id WHERE m.organization_id = ? AND "
            + "IF(m.member_type = 'Group', g.id, u.id) IS NOT NULL AND ";

    // One statement sees one moment: each group with its version, and the members.
    private static final String VERSIONS = "SELECT r.id, NULL, NULL, NULL, r.version FROM " + TABLE
            + " r WHERE r.organization_id = ? AND r.id IN (ids)";
    private static final String MEMBERS_OF =
            " UNION ALL (SELECT " + COLUMNS + ", 0" + LIVE + "m.group_id IN (ids) ORDER BY m.group_id, m.member_id";

    private static final String OF_GROUP =
            "SELECT " + COLUMNS + LIVE + "m.group_id = ? AND m.member_id > ? ORDER BY m.member_id LIMIT " + BATCH;

    // Rows that are no members count as well: there are few, and nobody is looked up.
    private static final String COUNT = "SELECT COUNT(*) FROM (SELECT 1 FROM group_member m"
            + " WHERE m.organization_id = ? AND m.group_id = ? LIMIT ?) c";

    private final ResourceType type;
    private final ResolvedAttribute attribute;
    private final Sql sql;
    private final ResourceRows rows;
    private final MemberTable table;

    Members(SchemaRegistry schemas, Sql sql, ResourceRows rows, MemberTable table) {
        this.type = schemas.resourceType("Group").orElseThrow();
        this.attribute = type.resolve(AttributePath.of("members")).orElseThrow();
        this.sql = sql;
        this.rows = rows;
        this.table = table;
    }

    @Override
    public ResolvedAttribute attribute() {
        return attribute;
    }

    @Override
    public Changes changes(UUID organizationId, UUID group, Tolerances tolerances) {
        return new MemberChanges(table, new MemberTable.Group(organizationId, group), tolerances);
    }

    /// Takes every member of a group away; within the transaction that deletes it.
    public void removeAll(UUID organizationId, UUID group) {
        table.deleteAll(new MemberTable.Group(organizationId, group));
    }

    /// A row about a group: its version, or one of its members.
    private record Row(UUID group, @Nullable ScimValue member, long version) {}

    @Override
    public Optional<Map<String, List<ScimValue>>> elements(
            UUID organizationId, List<ScimResource> groups, String baseUri, int most) {
        var found = sql.query(
                ofGroups(organizationId, groups, most + 1),
                row -> new Row(
                        ResourceIds.fromBytes(row.getBytes(1)),
                        row.getBytes(2) == null ? null : member(row, baseUri),
                        row.getLong(5)));
        if (found.stream().filter(row -> row.member() != null).count() > most) {
            return Optional.empty();
        }
        var members = new HashMap<String, List<ScimValue>>();
        var versions = new HashMap<String, Long>();
        for (var row : found) {
            var id = row.group().toString();
            if (row.member() == null) {
                versions.put(id, row.version());
            } else {
                members.computeIfAbsent(id, _ -> new ArrayList<>()).add(row.member());
            }
        }
        var current = new HashMap<String, List<ScimValue>>();
        groups.stream()
                .filter(group ->
                        versions.getOrDefault(group.id(), 0L) == group.meta().version())
                .forEach(group -> current.put(group.id(), members.getOrDefault(group.id(), List.of())));
        return Optional.of(current);
    }

    private static SqlText ofGroups(UUID organizationId, List<ScimResource> groups, int limit) {
        var organization = ResourceIds.bytes(organizationId);
        var ids = groups.stream().map(group -> UUID.fromString(group.id())).toList();
        return withIds(SqlText.of(VERSIONS, organization), ids)
                .followedBy(withIds(SqlText.of(MEMBERS_OF, organization), ids))
                .within("", " LIMIT ?)", limit)
                .prepared();
    }

    @Override
    public boolean hasAtMost(UUID organizationId, UUID id, int most) {
        var query = SqlText.of(COUNT, ResourceIds.bytes(organizationId), ResourceIds.bytes(id), most + 1);
        return sql.query(query, row -> row.getInt(1)).getFirst() <= most;
    }

    @Override
    public boolean read(UUID organizationId, String id, String baseUri, Reader reader) throws IOException {
        var group = UUID.fromString(id);
        var isThere = new boolean[1];
        sql.snapshot(snapshot -> {
            var resource = rows.find(snapshot, type, TABLE, organizationId, group);
            if (resource.isPresent()) {
                isThere[0] = true;
                reader.take(resource.get(), taker -> each(snapshot, organizationId, group, baseUri, taker));
            }
        });
        return isThere[0];
    }

    private static void each(Sql.Snapshot snapshot, UUID organizationId, UUID group, String baseUri, Taker taker)
            throws IOException {
        var last = new UUID(0, 0);
        List<ScimValue> batch;
        do {
            var query = SqlText.of(
                    OF_GROUP, ResourceIds.bytes(organizationId), ResourceIds.bytes(group), ResourceIds.bytes(last));
            var ids = new ArrayList<UUID>();
            batch = snapshot.query(query, row -> {
                ids.add(ResourceIds.fromBytes(row.getBytes(2)));
                return member(row, baseUri);
            });
            for (var element : batch) {
                taker.take(element);
            }
            last = ids.isEmpty() ? last : ids.getLast();
        } while (batch.size() == BATCH);
    }

    private static ScimValue member(ResultSet row, String baseUri) throws SQLException {
        var id = ResourceIds.fromBytes(row.getBytes(2)).toString();
        var type = row.getString(3);
        return element(id, ReferencedType.of(type).locations(baseUri) + id, type, row.getString(4));
    }

    /// What an element of `members`, or of `groups` of a user, says.
    static ScimValue element(String id, String location, String type, String display) {
        var members = new LinkedHashMap<String, ScimValue>();
        members.put("value", ScimValue.of(id));
        members.put("$ref", ScimValue.of(location));
        members.put("type", ScimValue.of(type));
        members.put("display", ScimValue.of(display));
        return new ScimValue.Complex(members);
    }

    /// A query with a list of identifiers in the place of `(ids)`, behind all other values.
    static SqlText withIds(SqlText query, Collection<UUID> ids) {
        var list = ResourceIds.padded(ids);
        return new SqlText(query.sql().replace("(ids)", "(" + SqlText.placeholders(list.size()) + ")"), query.values())
                .within("", "", list.toArray());
    }
}
