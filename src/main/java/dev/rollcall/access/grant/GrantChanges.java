package dev.rollcall.access.grant;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How many people have something else after a change of mappings than before. The database groups people to whom the
/// same happens, of which there are few kinds, so that the number of people is none of ours.
///
/// @param moves what changes, with how many
/// @param people for how many anything changes
/// @param first the first of them by id
public record GrantChanges(List<Move> moves, long people, List<UUID> first) {
    /// How many people are named.
    public static final int FIRST = 20;

    static final Comparator<Move> ORDER = Comparator.<Move, String>comparing(
                    move -> move.scopeId().toString())
            .thenComparing(move -> String.valueOf(move.from()))
            .thenComparing(move -> String.valueOf(move.to()));

    private static final String COUNTING = ", ranked AS (SELECT id, scope = 'TEAM' AS of_team,"
            + " ROW_NUMBER() OVER (ORDER BY role_rank, id DESC) AS standing FROM role WHERE organization_id = :o),"
            + " kept AS (SELECT h.member_id, MAX(h.fallback) AS fallback, h.scope_id, IF(r.of_team, 0, r.standing) AS beside, MAX(r.of_team) AS of_team,"
            + " MAX(IF(h.was, r.standing, 0)) AS was, MAX(IF(h.will, r.standing, 0)) AS will FROM held h"
            + " STRAIGHT_JOIN ranked r ON r.id = h.role_id GROUP BY h.member_id, h.scope_id, beside),"
            + " changed AS (SELECT member_id, MAX(of_team AND was > 0) AS had_team, MAX(of_team AND will > 0) AS has_team, MAX(fallback) AS fallback,"
            + " GROUP_CONCAT(IF(was <> will, CONCAT(HEX(scope_id), ':', was, ':', will), NULL)"
            + " ORDER BY scope_id, beside SEPARATOR ' ') AS what FROM kept GROUP BY member_id)"
            + " SELECT what, had_team, has_team, IF(had_team = has_team, 0, fallback) AS defaulted, COUNT(*) AS people, GROUP_CONCAT(HEX(member_id) ORDER BY"
            + " member_id SEPARATOR ' ' LIMIT " + FIRST + ") AS first FROM changed WHERE what IS NOT NULL"
            + " GROUP BY what, had_team, has_team, defaulted";

    private static final String ROLES = "SELECT id FROM role WHERE organization_id = ? ORDER BY role_rank, id DESC";

    public GrantChanges {
        moves = List.copyOf(moves);
        first = List.copyOf(first);
    }

    /// What happens to so many people in one place.
    ///
    /// @param scopeId the team, or the organization
    /// @param from the role that they have there before; null for none
    /// @param to the role that they have there after; null for none
    public record Move(
            UUID scopeId, @Nullable UUID from, @Nullable UUID to, long people) {}

    private record Place(
            UUID scopeId, @Nullable UUID from, @Nullable UUID to) {}

    /// Three statements, however many people there are.
    public static GrantChanges of(
            Sql.Snapshot database, UUID organizationId, Population population, MappingChange change) {
        var defaults = Defaults.read(database, organizationId);
        var roles = database.query(
                SqlText.of(ROLES, (Object) ResourceIds.bytes(organizationId)),
                row -> ResourceIds.fromBytes(row.getBytes(1)));
        var kinds = database.query(
                statement(organizationId, population, change, defaults), row -> Kind.of(row, roles, defaults));
        return sum(kinds.stream().filter(kind -> !kind.places().isEmpty()).toList());
    }

    static SqlText statement(UUID organizationId, Population population, MappingChange change, Defaults defaults) {
        return new Statement(organizationId)
                .add(GrantSql.withoutReasons(organizationId, population, change, defaults))
                .add(COUNTING)
                .toText();
    }

    private static GrantChanges sum(List<Kind> kinds) {
        var moves = new HashMap<Place, Long>();
        kinds.forEach(kind -> kind.places().forEach(place -> moves.merge(place, kind.people(), Long::sum)));
        return new GrantChanges(
                moves.entrySet().stream()
                        .map(move -> new Move(
                                move.getKey().scopeId(),
                                move.getKey().from(),
                                move.getKey().to(),
                                move.getValue()))
                        .sorted(ORDER)
                        .toList(),
                kinds.stream().mapToLong(Kind::people).sum(),
                kinds.stream()
                        .flatMap(kind -> kind.first().stream())
                        .sorted(Comparator.comparing(UUID::toString))
                        .limit(FIRST)
                        .toList());
    }

    /// People to whom the same happens.
    private record Kind(List<Place> places, long people, List<UUID> first) {
        private record Roles(@Nullable UUID from, @Nullable UUID to) {}

        static Kind of(ResultSet row, List<UUID> roles, Defaults defaults) throws SQLException {
            var places = new ArrayList<Place>();
            var inTeams = new HashMap<UUID, Roles>();
            for (var change : row.getString("what").split(" ", -1)) {
                var parts = change.split(":", -1);
                var from = role(parts[1], roles);
                var to = role(parts[2], roles);
                var scope = id(parts[0]);
                if (inTeams.putIfAbsent(scope, new Roles(from, to)) != null) {
                    // Only the organization stands there more than once.
                    places.add(new Place(scope, from, to));
                }
            }
            apply(defaults.numbered(row.getInt("defaulted")), row, inTeams);
            inTeams.forEach((scope, both) -> {
                if (!Objects.equals(both.from(), both.to())) {
                    places.add(new Place(scope, both.from(), both.to()));
                }
            });
            return new Kind(
                    places,
                    row.getLong("people"),
                    Stream.of(row.getString("first").split(" ", -1))
                            .map(Kind::id)
                            .toList());
        }

        // Who has no team has a row in none of them, or one that changes.
        private static void apply(@Nullable Default one, ResultSet row, Map<UUID, Roles> inTeams) throws SQLException {
            if (one != null) {
                var both = inTeams.getOrDefault(one.teamId(), new Roles(null, null));
                inTeams.put(
                        one.teamId(),
                        new Roles(
                                row.getBoolean("had_team") ? both.from() : one.roleId(),
                                row.getBoolean("has_team") ? both.to() : one.roleId()));
            }
        }

        private static @Nullable UUID role(String standing, List<UUID> roles) {
            var number = Integer.parseInt(standing);
            return number == 0 ? null : roles.get(number - 1);
        }

        private static UUID id(String hex) {
            return ResourceIds.fromBytes(HexFormat.of().parseHex(hex));
        }
    }
}
