package dev.rollcall.access.testing;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Puts people, groups and what they are given into the database. To be injected into a `@QuarkusTest`.
@ApplicationScoped
public class AccessRows {
    private final Sql sql;
    private final UuidV7 identifiers;

    AccessRows(Sql sql, UuidV7 identifiers) {
        this.sql = sql;
        this.identifiers = identifiers;
    }

    /// A team.
    public UUID team(UUID organization, String name) {
        return insert("team (id, organization_id, name, created, version)", organization, name, 0, 1);
    }

    /// A role of teams, or with rank 0 an admin role of the organization.
    public UUID role(UUID organization, String name, int rank) {
        return insert(
                "role (id, organization_id, name, scope, role_rank, admin, created, version)",
                organization,
                name,
                rank == 0 ? "ORGANIZATION" : "TEAM",
                rank,
                rank == 0,
                0,
                1);
    }

    /// A grant by hand.
    public UUID grant(UUID organization, UUID member, UUID scope, UUID role) {
        return insert(
                "member_grant (id, organization_id, member_id, scope_id, role_id, made_by, created)",
                organization,
                ResourceIds.bytes(member),
                ResourceIds.bytes(scope),
                ResourceIds.bytes(role),
                "barbara@example.com",
                0);
    }

    /// A mapping of a group.
    public UUID mapping(UUID organization, UUID group, UUID scope, UUID role) {
        return insert(
                "group_mapping (id, organization_id, group_id, scope_id, role_id, made_by, created, version)",
                organization,
                ResourceIds.bytes(group),
                ResourceIds.bytes(scope),
                ResourceIds.bytes(role),
                "barbara@example.com",
                0,
                1);
    }

    /// The default of the organization.
    public void defaultGrant(UUID organization, UUID team, UUID role) {
        sql.update(SqlText.of(
                "INSERT INTO default_grant (organization_id, subject_id, team_id, role_id, version) VALUES (?, ?, ?, ?, 1)",
                ResourceIds.bytes(organization),
                ResourceIds.bytes(organization),
                ResourceIds.bytes(team),
                ResourceIds.bytes(role)));
    }

    /// Somebody whom no identity provider has.
    public UUID person(UUID organization, String origin, String state, String email, String name) {
        return insert(
                "person (id, organization_id, origin, state, email, account_key, name, made_by, created, changed, version)",
                organization,
                origin,
                state,
                email,
                email,
                name,
                "barbara@example.com",
                0,
                0,
                1);
    }

    /// So many active users, in a group if there is one.
    public List<UUID> users(UUID organization, int count, @Nullable UUID group) {
        var ids = IntStream.range(0, count).mapToObj(_ -> identifiers.next()).toList();
        var users = new ArrayList<List<Object>>();
        var members = new ArrayList<List<Object>>();
        for (var id : ids) {
            var name = id + "@example.com";
            users.add(List.of(ResourceIds.bytes(id), ResourceIds.bytes(organization), name, name));
            if (group != null) {
                members.add(List.of(ResourceIds.bytes(organization), ResourceIds.bytes(group), ResourceIds.bytes(id)));
            }
        }
        sql.batch(
                "INSERT INTO scim_user (id, organization_id, user_name, user_name_key, active, created, last_modified, version,"
                        + " document, search_document) VALUES (?, ?, ?, ?, TRUE, 0, 0, 1, '{}', '{}')",
                users);
        sql.batch(
                "INSERT INTO group_member (organization_id, group_id, member_id, member_type) VALUES (?, ?, ?, 'User')",
                members);
        return ids;
    }

    /// A group.
    public UUID group(UUID organization, String name) {
        return insert(
                "scim_group (id, organization_id, display_name_key, created, last_modified, version, document, search_document)",
                organization,
                name,
                0,
                0,
                1,
                "{\"displayName\": \"" + name + "\"}",
                "{}");
    }

    private UUID insert(String table, UUID organization, Object... values) {
        var id = identifiers.next();
        var all = new ArrayList<Object>(List.of(ResourceIds.bytes(id), ResourceIds.bytes(organization)));
        all.addAll(List.of(values));
        sql.update(new SqlText("INSERT INTO " + table + " VALUES (" + SqlText.placeholders(all.size()) + ")", all));
        return id;
    }
}
