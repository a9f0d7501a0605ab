package dev.rollcall.scim.group;

import dev.rollcall.scim.persistence.ResourceIds;
import dev.rollcall.scim.persistence.Sql;
import dev.rollcall.scim.persistence.SqlText;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Reads `members` of groups, a page of them at a time with one statement. A row that names a resource that is
/// gone, as replicated databases may keep one, says nothing.
@ApplicationScoped
public class MemberPages {
    private static final String MEMBERS =
            "SELECT m.group_id, m.member_id, m.member_type, CASE m.member_type WHEN 'Group' THEN"
                    + " JSON_VALUE(g.document, '$.displayName') ELSE IFNULL(NULLIF(JSON_VALUE(u.document,"
                    + " '$.displayName'), ''), u.user_name) END FROM group_member m"
                    + " LEFT JOIN scim_user u ON u.id = m.member_id LEFT JOIN scim_group g ON g.id = m.member_id"
                    + " WHERE m.organization_id = ? AND m.group_id IN (ids)"
                    + " AND IF(m.member_type = 'Group', g.id, u.id) IS NOT NULL ORDER BY m.group_id, m.member_id";

    private final Sql sql;

    MemberPages(Sql sql) {
        this.sql = sql;
    }

    /// The members of each group that has any, in the order of their identifiers.
    Map<UUID, List<ScimValue>> membersOf(UUID organizationId, Collection<UUID> groups, String baseUri) {
        var values = new ArrayList<Object>();
        values.add(ResourceIds.bytes(organizationId));
        groups.forEach(id -> values.add(ResourceIds.bytes(id)));
        return grouped(new SqlText(withIds(MEMBERS, groups), values), row -> {
            var id = id(row);
            var type = row.getString(3);
            var endpoint = type.equals("Group") ? "/Groups/" : "/Users/";
            return element(id, baseUri + endpoint + id, type, row.getString(4));
        });
    }

    private static String id(ResultSet row) throws SQLException {
        return ResourceIds.fromBytes(row.getBytes(2)).toString();
    }

    static ScimValue element(String id, String location, String type, String display) {
        var members = new LinkedHashMap<String, ScimValue>();
        members.put("value", ScimValue.of(id));
        members.put("$ref", ScimValue.of(location));
        members.put("type", ScimValue.of(type));
        members.put("display", ScimValue.of(display));
        return new ScimValue.Complex(members);
    }

    static String withIds(String query, Collection<UUID> ids) {
        return query.replace("(ids)", "(" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")");
    }

    private Map<UUID, List<ScimValue>> grouped(SqlText query, Sql.RowReader<ScimValue> reader) {
        var grouped = new HashMap<UUID, List<ScimValue>>();
        sql.query(query, row -> Map.entry(ResourceIds.fromBytes(row.getBytes(1)), reader.read(row)))
                .forEach(found -> grouped.computeIfAbsent(found.getKey(), _ -> new ArrayList<>())
                        .add(found.getValue()));
        return grouped;
    }
}
