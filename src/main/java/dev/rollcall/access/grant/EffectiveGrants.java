package dev.rollcall.access.grant;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What members have in the end: what they are given by hand, what groups that are mapped give them, and, where neither
/// gives a team, the default of their e-mail's domain or of the organization. In a team the role of highest rank
/// counts,
/// of equal ones that with the smaller id; roles of the organization stand beside each other. Who is not active has
/// nothing.
@ApplicationScoped
public class EffectiveGrants {
    private static final String COUNTING = ", counted AS (SELECT h.*, r.name, r.scope, r.role_rank, r.admin,"
            + " MAX(h.kind <> 'D' AND r.scope = 'TEAM') OVER (PARTITION BY h.member_id) AS has_team"
            + " FROM held h JOIN role r ON r.organization_id = :o AND r.id = h.role_id WHERE h.will),"
            + " placed AS (SELECT c.*, RANK() OVER (PARTITION BY c.member_id, c.scope_id ORDER BY c.role_rank DESC,"
            + " c.role_id) AS place FROM counted c WHERE c.kind <> 'D' OR NOT c.has_team)"
            + " SELECT p.*, t.name AS team_name, w.made_by, w.created, JSON_VALUE(g.document, '$.displayName') AS"
            + " mapped_name, JSON_VALUE(d.document, '$.displayName') AS through_name FROM placed p"
            + " LEFT JOIN team t ON t.organization_id = :o AND t.id = p.scope_id"
            + " LEFT JOIN member_grant w ON p.kind = 'H' AND w.id = p.source_id"
            + " LEFT JOIN scim_group g ON g.id = p.mapped_id LEFT JOIN scim_group d ON d.id = p.through_id"
            + " WHERE p.scope = 'ORGANIZATION' OR p.place = 1"
            + " ORDER BY p.member_id, p.scope = 'TEAM', p.scope_id, p.role_rank DESC, p.role_id, p.kind DESC, p.source_id,"
            + " p.through_id <> p.mapped_id, p.through_id";

    private final Sql sql;

    EffectiveGrants(Sql sql) {
        this.sql = sql;
    }

    /// The grants of these members; of those that have none, nothing. Two statements, however many they are.
    public Map<UUID, List<Grant>> of(UUID organizationId, Collection<UUID> members) {
        return of(sql::query, organizationId, new Population.Listed(List.copyOf(members)), MappingChange.NONE);
    }

    /// The grants of a population after a change of mappings, as they are in a snapshot.
    public Map<UUID, List<Grant>> of(
            Sql.Snapshot database, UUID organizationId, Population population, MappingChange change) {
        if (population instanceof Population.Listed(var ids) && ids.isEmpty()) {
            return Map.of();
        }
        var defaults = Defaults.read(database, organizationId);
        var found = new HashMap<UUID, Found>();
        database.query(
                statement(organizationId, population, change, defaults),
                row -> found.computeIfAbsent(ResourceIds.fromBytes(row.getBytes("member_id")), _ -> new Found(defaults))
                        .add(row));
        var grants = new HashMap<UUID, List<Grant>>();
        found.forEach((member, itsRows) -> grants.put(member, itsRows.grants()));
        return grants;
    }

    /// Which teams and roles anybody can have by default.
    ///
    /// @param roleId the role that is meant; null for any
    /// @param teamId the team that is meant; null for any
    public boolean areDefault(UUID organizationId, @Nullable UUID roleId, @Nullable UUID teamId) {
        return Defaults.read(sql::query, organizationId).gives(roleId, teamId);
    }

    static SqlText statement(UUID organizationId, Population population, MappingChange change, Defaults defaults) {
        return new Statement(organizationId)
                .add(GrantSql.withReasons(organizationId, population, change, defaults))
                .add(COUNTING)
                .toText();
    }

    /// The rows of one member, in their order.
    private static final class Found {
        private record Place(UUID scopeId, UUID roleId) {}

        private record Held(Grant.@Nullable Team team, String roleName, boolean admin, Map<String, Reason> reasons) {}

        private final Defaults defaults;
        private final Map<Place, Held> held = new LinkedHashMap<>();

        private Found(Defaults defaults) {
            this.defaults = defaults;
        }

        private boolean add(ResultSet row) throws SQLException {
            var place = new Place(id(row, "scope_id"), id(row, "role_id"));
            var known = held.get(place);
            if (known == null) {
                var team = row.getString("scope").equals("TEAM")
                        ? new Grant.Team(place.scopeId(), String.valueOf(row.getString("team_name")))
                        : null;
                known = new Held(team, row.getString("name"), row.getBoolean("admin"), new LinkedHashMap<>());
                held.put(place, known);
            }
            // The shortest way through groups comes first, and one is enough.
            known.reasons().putIfAbsent(key(row), reason(row));
            return true;
        }

        private static String key(ResultSet row) throws SQLException {
            return row.getString("kind") + optional(row, "source_id") + optional(row, "mapped_id");
        }

        private Reason reason(ResultSet row) throws SQLException {
            return switch (row.getString("kind")) {
                case "H" ->
                    new Reason.ByHand(
                            id(row, "source_id"),
                            String.valueOf(row.getString("made_by")),
                            Instant.ofEpochMilli(row.getLong("created")));
                case "G" -> {
                    var mapped = id(row, "mapped_id");
                    var through = id(row, "through_id");
                    yield new Reason.ByGroup(
                            optional(row, "source_id"),
                            new Reason.Named(mapped, row.getString("mapped_name")),
                            through.equals(mapped) ? null : new Reason.Named(through, row.getString("through_name")));
                }
                default -> {
                    var one = defaults.numbered(row.getInt("fallback"));
                    yield new Reason.ByDefault(one == null ? null : one.domain());
                }
            };
        }

        private List<Grant> grants() {
            var grants = new ArrayList<Grant>();
            held.forEach((place, one) -> grants.add(new Grant(
                    one.team(),
                    place.roleId(),
                    one.roleName(),
                    one.admin(),
                    List.copyOf(one.reasons().values()))));
            return grants;
        }

        private static UUID id(ResultSet row, String column) throws SQLException {
            return ResourceIds.fromBytes(row.getBytes(column));
        }

        private static @Nullable UUID optional(ResultSet row, String column) throws SQLException {
            var bytes = row.getBytes(column);
            return bytes == null ? null : ResourceIds.fromBytes(bytes);
        }
    }
}
