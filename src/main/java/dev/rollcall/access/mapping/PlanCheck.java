package dev.rollcall.access.mapping;

import dev.rollcall.access.grant.Grant;
import dev.rollcall.access.grant.MappingChange;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Violation;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Makes a change of what an administrator plans, if all that it names is there in the organization.
final class PlanCheck {
    private final UUID organizationId;
    private final Map<UUID, RoleRow> roles;
    private final Map<UUID, Grant.Team> teams;
    private final Set<UUID> groups;
    private final Map<UUID, UUID> groupsOfMappings;

    private record RoleRow(MappingPreview.Role role, boolean ofTeams) {}

    private PlanCheck(
            UUID organizationId,
            Map<UUID, RoleRow> roles,
            Map<UUID, Grant.Team> teams,
            Set<UUID> groups,
            Map<UUID, UUID> groupsOfMappings) {
        this.organizationId = organizationId;
        this.roles = roles;
        this.teams = teams;
        this.groups = groups;
        this.groupsOfMappings = groupsOfMappings;
    }

    /// Reads what the plan is about.
    static PlanCheck read(Sql.Snapshot database, UUID organizationId, List<PlannedMapping> add, List<UUID> remove) {
        var organization = ResourceIds.bytes(organizationId);
        var roles = new HashMap<UUID, RoleRow>();
        var teams = new HashMap<UUID, Grant.Team>();
        database.query(
                SqlText.of("SELECT id, name, scope FROM role WHERE organization_id = ?", (Object) organization),
                row -> {
                    var id = ResourceIds.fromBytes(row.getBytes(1));
                    var role = new MappingPreview.Role(id, row.getString(2));
                    return roles.put(id, new RoleRow(role, row.getString(3).equals("TEAM"))) == null;
                });
        database.query(
                SqlText.of("SELECT id, name FROM team WHERE organization_id = ?", (Object) organization), row -> {
                    var id = ResourceIds.fromBytes(row.getBytes(1));
                    return teams.put(id, new Grant.Team(id, row.getString(2))) == null;
                });
        var groups = new HashSet<UUID>();
        var named = add.stream().map(PlannedMapping::groupId).distinct().toList();
        if (!named.isEmpty()) {
            database.query(
                    listed("SELECT id, id FROM scim_group", organization, named),
                    row -> groups.add(ResourceIds.fromBytes(row.getBytes(1))));
        }
        var mappings = new HashMap<UUID, UUID>();
        if (!remove.isEmpty()) {
            database.query(
                    listed("SELECT id, group_id FROM group_mapping", organization, remove),
                    row -> mappings.put(ResourceIds.fromBytes(row.getBytes(1)), ResourceIds.fromBytes(row.getBytes(2)))
                            == null);
        }
        return new PlanCheck(organizationId, roles, teams, groups, mappings);
    }

    private static SqlText listed(String select, byte[] organization, List<UUID> ids) {
        var values = Stream.<Object>concat(Stream.of(organization), ids.stream().map(ResourceIds::bytes))
                .toList();
        return new SqlText(
                select + " WHERE organization_id = ? AND id IN (" + SqlText.placeholders(ids.size()) + ")", values);
    }

    /// The change.
    ///
    /// @throws RefusedException that names each field with an id that is not there, or a team where none belongs
    MappingChange change(List<PlannedMapping> add, List<UUID> remove) {
        var wrong = new ArrayList<Violation>();
        var added = new ArrayList<MappingChange.Added>();
        for (var i = 0; i < add.size(); i++) {
            var planned = add.get(i);
            check("add[" + i + "].", planned, wrong);
            var scope = planned.teamId() == null ? organizationId : planned.teamId();
            added.add(new MappingChange.Added(planned.groupId(), scope, planned.roleId()));
        }
        for (var i = 0; i < remove.size(); i++) {
            if (!groupsOfMappings.containsKey(remove.get(i))) {
                wrong.add(new Violation(
                        "remove[" + i + "]",
                        "The organization has no mapping " + remove.get(i) + ". Look the mappings up again."));
            }
        }
        if (wrong.isEmpty()) {
            return new MappingChange(added.stream().distinct().toList(), remove);
        }
        throw RefusedException.invalid(wrong);
    }

    private void check(String field, PlannedMapping planned, List<Violation> wrong) {
        if (!groups.contains(planned.groupId())) {
            wrong.add(new Violation(
                    field + "groupId",
                    "The organization has no group " + planned.groupId() + ". Look it up under IdP groups."));
        }
        var team = planned.teamId();
        if (team != null && !teams.containsKey(team)) {
            wrong.add(new Violation(field + "teamId", "The organization has no team " + team + "."));
        }
        var role = roles.get(planned.roleId());
        if (role == null) {
            wrong.add(new Violation(field + "roleId", "The organization has no role " + planned.roleId() + "."));
        } else if (role.ofTeams() && team == null) {
            wrong.add(
                    new Violation(field + "teamId", "'" + role.role().name() + "' is a role of teams: name the team."));
        } else if (!role.ofTeams() && team != null) {
            wrong.add(new Violation(
                    field + "teamId",
                    "'" + role.role().name() + "' counts in the whole organization: leave the team out."));
        }
    }

    /// The groups that it is about.
    List<UUID> groups() {
        return Stream.concat(groups.stream(), groupsOfMappings.values().stream())
                .distinct()
                .toList();
    }

    MappingPreview.Role role(UUID id) {
        var found = roles.get(id);
        return found == null ? new MappingPreview.Role(id, "") : found.role();
    }

    Grant.Team team(UUID id) {
        return teams.getOrDefault(id, new Grant.Team(id, ""));
    }

    boolean isOrganization(UUID scopeId) {
        return scopeId.equals(organizationId);
    }
}
