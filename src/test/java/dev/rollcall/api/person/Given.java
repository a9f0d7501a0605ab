package dev.rollcall.api.person;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A catalogue of teams and roles, and what was given of it, for tests.
@ApplicationScoped
class Given {
    private final Sql sql;

    Given(Sql sql) {
        this.sql = sql;
    }

    UUID team(UUID organization) {
        var id = UUID.randomUUID();
        sql.update(SqlText.of(
                "INSERT INTO team (id, organization_id, name, created, version) VALUES (?, ?, ?, 1, 1)",
                ResourceIds.bytes(id),
                ResourceIds.bytes(organization),
                "Team " + id));
        return id;
    }

    UUID role(UUID organization, String scope) {
        var id = UUID.randomUUID();
        sql.update(SqlText.of(
                "INSERT INTO role (id, organization_id, name, scope, role_rank, admin, created, version)"
                        + " VALUES (?, ?, ?, ?, 1, FALSE, 1, 1)",
                ResourceIds.bytes(id),
                ResourceIds.bytes(organization),
                "Role " + id,
                scope));
        return id;
    }

    /// An invitation's grant of a new role of a new team.
    Map<String, Object> grant(UUID organization) {
        return Map.of("teamId", team(organization), "roleId", role(organization, "TEAM"));
    }

    void give(UUID organization, String member) {
        sql.update(SqlText.of(
                "INSERT INTO member_grant (id, organization_id, member_id, scope_id, role_id, made_by, created)"
                        + " VALUES (?, ?, ?, ?, ?, 'somebody', 1)",
                ResourceIds.bytes(UUID.randomUUID()),
                ResourceIds.bytes(organization),
                ResourceIds.bytes(UUID.fromString(member)),
                ResourceIds.bytes(organization),
                ResourceIds.bytes(role(organization, "ORGANIZATION"))));
    }

    int grants(UUID organization, String member) {
        return number(
                "SELECT COUNT(*) FROM member_grant WHERE organization_id = ? AND member_id = ?",
                ResourceIds.bytes(organization),
                ResourceIds.bytes(UUID.fromString(member)));
    }

    int allGrants(UUID organization) {
        return number("SELECT COUNT(*) FROM member_grant WHERE organization_id = ?", (Object)
                ResourceIds.bytes(organization));
    }

    int people(UUID organization) {
        return number(
                "SELECT COUNT(*) FROM person WHERE organization_id = ?", (Object) ResourceIds.bytes(organization));
    }

    List<String> audited(UUID organization, String subject) {
        return sql.query(
                SqlText.of(
                        "SELECT action FROM audit_entry WHERE organization_id = ? AND subject_id = ? ORDER BY id",
                        ResourceIds.bytes(organization),
                        subject),
                row -> row.getString(1));
    }

    void update(String statement, Object... values) {
        sql.update(SqlText.of(statement, values));
    }

    int number(String query, Object... values) {
        return sql.query(SqlText.of(query, values), row -> row.getInt(1)).getFirst();
    }
}
