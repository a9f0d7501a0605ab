package dev.rollcall.connection.credential;

import dev.rollcall.connection.ConnectionState;
import dev.rollcall.connection.ConnectionTolerances;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.connection.ToleranceOverrides;
import dev.rollcall.digest.SecretHash;
import dev.rollcall.organization.Admittance;
import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.MemberPolicies;
import dev.rollcall.organization.Plan;
import dev.rollcall.organization.Reprovisioning;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that decides whether and how requests are served, each in one look. The first request
/// behind a start waits for it, so it is plain SQL, for which nothing has to be built.
@ApplicationScoped
class Statuses {
    /// Every request waits for this look: a database that is stuck must not keep them all.
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final String DECIDING = """
            n.state, n.conformance_mode, n.identity_provider, n.tolerance_overrides, o.plan,
            o.provisioning_without_sso, o.domain_policy,
            EXISTS (SELECT 1 FROM single_sign_on s WHERE s.organization_id = o.id AND s.state = 'ON') AS sso,
            (SELECT GROUP_CONCAT(d.claimed_name SEPARATOR ' ') FROM domain d WHERE d.organization_id = o.id) AS domains,
            o.reprovisioning, o.deleted_member_days, o.seat_limit, o.protect_last_admin, o.roles_from_groups_only,
            o.switched
            """;

    private static final String OF_CREDENTIAL = """
            SELECT c.id, c.organization_id, c.connection_id, c.kind, c.name, c.scope, c.token_hash, c.made_by, c.created,
            c.lifetime, c.expires, c.revoked, c.last_used, c.last_used_address, c.last_used_product, c.user_id, c.version,
            """ + DECIDING + """
            FROM credential c
            JOIN connection n ON n.id = c.connection_id AND n.organization_id = c.organization_id
            JOIN organization o ON o.id = c.organization_id
            WHERE c.organization_id = ? AND c.id = ?
            """;

    private static final String OF_CONNECTION = "SELECT " + DECIDING + """
            FROM connection n JOIN organization o ON o.id = n.organization_id
            WHERE n.organization_id = ? AND n.id = ?
            """;

    private final Sql sql;

    Statuses(Sql sql) {
        this.sql = sql;
    }

    /// The credential with its connection and its organization.
    Optional<CredentialStatus> ofCredential(UUID organizationId, UUID id) {
        return one(OF_CREDENTIAL, organizationId, id, Statuses::credential);
    }

    /// The connection with its organization.
    Optional<ConnectionStatus> ofConnection(UUID organizationId, UUID id) {
        return one(OF_CONNECTION, organizationId, id, Statuses::connection);
    }

    private <T> Optional<T> one(String text, UUID organizationId, UUID id, Sql.RowReader<T> reader) {
        var query = SqlText.of(text, ResourceIds.bytes(organizationId), ResourceIds.bytes(id))
                .prepared();
        return sql.query(query, LONGEST, reader).stream().findFirst();
    }

    private static CredentialStatus credential(ResultSet row) throws SQLException {
        var around = connection(row);
        return new CredentialStatus(
                row(row).toCredential(),
                SecretHash.stored(row.getBytes("token_hash")),
                around.state(),
                around.tolerances(),
                around.plan(),
                around.admittance(),
                around.members());
    }

    private static CredentialEntity row(ResultSet row) throws SQLException {
        var credential = new CredentialEntity();
        credential.id = ResourceIds.fromBytes(row.getBytes("id"));
        credential.organizationId = ResourceIds.fromBytes(row.getBytes("organization_id"));
        credential.connectionId = ResourceIds.fromBytes(row.getBytes("connection_id"));
        credential.kind = CredentialKind.valueOf(row.getString("kind"));
        credential.name = row.getString("name");
        credential.scope = row.getString("scope");
        credential.madeBy = row.getString("made_by");
        credential.created = row.getLong("created");
        credential.lifetime = row.getObject("lifetime", Long.class);
        credential.expires = row.getLong("expires");
        credential.revoked = row.getObject("revoked", Long.class);
        credential.lastUsed = row.getObject("last_used", Long.class);
        credential.lastUsedAddress = row.getString("last_used_address");
        credential.lastUsedProduct = row.getString("last_used_product");
        var user = row.getBytes("user_id");
        credential.userId = user == null ? null : ResourceIds.fromBytes(user);
        credential.version = row.getLong("version");
        return credential;
    }

    private static ConnectionStatus connection(ResultSet row) throws SQLException {
        return new ConnectionStatus(
                ConnectionState.valueOf(row.getString("state")),
                tolerances(row),
                Plan.valueOf(row.getString("plan")),
                admittance(row),
                members(row));
    }

    private static Set<Tolerance> tolerances(ResultSet row) throws SQLException {
        return new ConnectionTolerances(
                        ConformanceMode.valueOf(row.getString("conformance_mode")),
                        IdentityProvider.valueOf(row.getString("identity_provider")),
                        ToleranceOverrides.parse(row.getString("tolerance_overrides")))
                .forgiven();
    }

    private static Admittance admittance(ResultSet row) throws SQLException {
        return new Admittance(
                row.getBoolean("provisioning_without_sso"),
                row.getBoolean("sso"),
                DomainPolicy.valueOf(row.getString("domain_policy")),
                domains(row.getString("domains")));
    }

    private static Set<String> domains(@Nullable String names) {
        return names == null ? Set.of() : Set.of(names.split(" "));
    }

    private static MemberPolicies members(ResultSet row) throws SQLException {
        var switched = row.getObject("switched", Long.class);
        return new MemberPolicies(
                Reprovisioning.valueOf(row.getString("reprovisioning")),
                row.getInt("deleted_member_days"),
                row.getObject("seat_limit", Integer.class),
                row.getBoolean("protect_last_admin"),
                row.getBoolean("roles_from_groups_only"),
                switched == null ? null : Instant.ofEpochMilli(switched));
    }
}
