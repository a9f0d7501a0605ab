package dev.rollcall.access.member;

import dev.rollcall.access.person.MemberOrigin;
import dev.rollcall.access.person.MemberState;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads members by their ids, without what they have. A user counts before a person of the same id.
@ApplicationScoped
class MemberRows {
    private static final String USERS = "SELECT id, active, user_name, external_id, created, last_modified, document"
            + " FROM scim_user WHERE organization_id = ? AND id IN (ids)";

    private static final String PEOPLE = "SELECT id, state, origin, email, external_id, name, created, changed"
            + " FROM person WHERE organization_id = ? AND id IN (ids)";

    private final Sql sql;

    MemberRows(Sql sql) {
        this.sql = sql;
    }

    /// Those that are there. Two statements, however many they are.
    Map<UUID, Member> find(UUID organizationId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<UUID, Member>();
        sql.query(of(PEOPLE, organizationId, ids), MemberRows::person).forEach(one -> found.put(one.id(), one));
        sql.query(of(USERS, organizationId, ids), MemberRows::user).forEach(one -> found.put(one.id(), one));
        return found;
    }

    private static SqlText of(String query, UUID organizationId, Collection<UUID> ids) {
        var values = new ArrayList<Object>();
        values.add(ResourceIds.bytes(organizationId));
        ids.forEach(id -> values.add(ResourceIds.bytes(id)));
        return new SqlText(query.replace("ids", SqlText.placeholders(ids.size())), values);
    }

    private static Member user(ResultSet row) throws SQLException {
        var attributes = new JsonObject(row.getString("document")).getMap();
        var userName = row.getString("user_name");
        var isInactive = !row.getBoolean("active") && !row.wasNull();
        return new Member(
                ResourceIds.fromBytes(row.getBytes("id")),
                isInactive ? MemberState.INACTIVE : MemberState.ACTIVE,
                MemberOrigin.SCIM,
                AccountEmail.of(userName, attributes).orElse(null),
                userName,
                row.getString("external_id"),
                displayName(attributes),
                Instant.ofEpochMilli(row.getLong("created")),
                Instant.ofEpochMilli(row.getLong("last_modified")),
                attributes,
                List.of(),
                1);
    }

    private static @Nullable String displayName(Map<String, Object> attributes) {
        if (attributes.get("displayName") instanceof String text && !text.isBlank()) {
            return text;
        }
        return attributes.get("name") instanceof Map<?, ?> name && name.get("formatted") instanceof String text
                ? text
                : null;
    }

    private static Member person(ResultSet row) throws SQLException {
        var email = row.getString("email");
        return new Member(
                ResourceIds.fromBytes(row.getBytes("id")),
                MemberState.valueOf(row.getString("state")),
                MemberOrigin.valueOf(row.getString("origin")),
                AccountEmail.isAddress(email) ? email : null,
                null,
                row.getString("external_id"),
                row.getString("name"),
                Instant.ofEpochMilli(row.getLong("created")),
                Instant.ofEpochMilli(row.getLong("changed")),
                Map.of(),
                List.of(),
                1);
    }
}
