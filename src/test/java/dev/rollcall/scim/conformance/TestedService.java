package dev.rollcall.scim.conformance;

import dev.rollcall.activity.Result;
import dev.rollcall.scim.conformance.scenario.TokenKind;
import dev.rollcall.testing.OrganizationsWithLimits;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The service under test on the database of the tests: every kind of token can be had and every event seen.
final class TestedService implements ScimService {
    private final URI base;
    private final Database database;
    private final DatabaseTokens tokens;
    private final Map<String, String> issued = new ConcurrentHashMap<>();
    private final Map<TestedConnection, UUID> organizations = new ConcurrentHashMap<>();

    TestedService(URI base, Database database) {
        this.base = base;
        this.database = database;
        tokens = new DatabaseTokens(database);
    }

    @Override
    public URI base() {
        return base;
    }

    @Override
    public Optional<String> token(TokenKind kind, TestedConnection connection) {
        return Optional.of(issued.computeIfAbsent(kind + " " + connection, _ -> issue(kind, connection)));
    }

    @Override
    public Optional<String> tokenOfUser(String userId, TestedConnection connection) {
        return Optional.of(issued.computeIfAbsent(
                userId + " " + connection,
                _ -> tokens.standingFor(UUID.fromString(userId), issue(organization(connection), connection))));
    }

    private UUID organization(TestedConnection connection) {
        return organizations.computeIfAbsent(connection, _ -> tokens.organization());
    }

    private String issue(TokenKind kind, TestedConnection connection) {
        var organization = switch (kind) {
            case OTHER_ORGANIZATION, PLAN_WITHOUT_SCIM -> tokens.organization();
            case LOW_LIMIT -> tokens.organization(OrganizationsWithLimits.LOW);
            case HIGH_LIMIT -> tokens.organization(OrganizationsWithLimits.HIGH);
            default -> organization(connection);
        };
        var token = issue(organization, connection);
        switch (kind) {
            case EXPIRED -> {
                return tokens.reissued(token, Map.of("iat", secondsFromNow(-7_200), "exp", secondsFromNow(-3_600)));
            }
            case OTHER_ISSUER -> {
                return tokens.reissued(token, Map.of("iss", "\"https://issuer.example\""));
            }
            case OTHER_AUDIENCE -> {
                return tokens.reissued(token, Map.of("aud", "\"another-api\""));
            }
            case READ_ONLY -> {
                return tokens.reissued(token, Map.of("scope", "\"scim.read\""));
            }
            case OTHER_KEY -> {
                return tokens.signedByAnotherKey(token);
            }
            case REVOKED -> tokens.revoke(token);
            case PAUSED_CONNECTION -> tokens.pause(token);
            case PLAN_WITHOUT_SCIM -> tokens.downgrade(token);
            case GOOD,
                    OF_USER,
                    OTHER_ORGANIZATION,
                    NONE,
                    LOWER_CASE_SCHEME,
                    BASIC,
                    EMPTY,
                    GARBAGE,
                    TRUNCATED,
                    TAMPERED,
                    ALG_NONE,
                    LOW_LIMIT,
                    HIGH_LIMIT -> {}
        }
        return token;
    }

    private String issue(UUID organization, TestedConnection connection) {
        return tokens.issue(organization, connection.mode(), connection.identityProvider());
    }

    private static String secondsFromNow(long seconds) {
        return Long.toString(System.currentTimeMillis() / 1_000 + seconds);
    }

    @Override
    public Optional<List<String>> events(String resourceId) {
        var sql = "SELECT kind FROM provisioning_event WHERE organization_id = ? AND resource_id = ?"
                + " AND kind NOT IN ('unchanged', 'refused') ORDER BY occurred, id";
        return Optional.of(Stream.concat(organizations.values().stream(), Stream.of(OrganizationsWithLimits.HIGH))
                .flatMap(organization ->
                        database.rows(sql, TestedService::kind, organization, UUID.fromString(resourceId)).stream())
                .toList());
    }

    @Override
    public Optional<List<ScenarioCounts.Recorded>> recorded(String requestId) {
        var sql = "SELECT COALESCE(resource_type, ''), method, kind, COUNT(*) FROM provisioning_event"
                + " WHERE request_id = ? AND NOT extent <=> 2 GROUP BY resource_type, method, kind";
        return Optional.of(database.rows(sql, TestedService::recorded, requestId));
    }

    private static ScenarioCounts.Recorded recorded(ResultSet row) throws SQLException {
        return new ScenarioCounts.Recorded(
                row.getString(1), row.getString(2), Result.of(row.getString(3)).orElseThrow(), row.getLong(4));
    }

    private static String kind(ResultSet row) throws SQLException {
        return row.getString(1);
    }
}
