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
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CredentialRepository implements PanacheRepositoryBase<CredentialEntity, UUID> {

    // What a status is made of beside its first column, which is what it is about.
    private static final String DECIDING = """
            , n.state, n.mode, n.identityProvider, n.toleranceOverrides, o.plan,
            p.provisioningWithoutSso, p.domainPolicy,
            (select count(*) from SingleSignOnEntity s where s.organizationId = o.id and s.state = ON),
            (select listagg(d.claimedName, ' ') from DomainEntity d where d.organizationId = o.id),
            p.reprovisioning, p.deletedMemberDays, p.seatLimit, p.protectLastAdmin, p.rolesFromGroupsOnly,
            p.switched
            """;

    private static final String OF_CREDENTIAL = "select c" + DECIDING + """
            from CredentialEntity c
            join ConnectionEntity n on n.id = c.connectionId and n.organizationId = c.organizationId
            join OrganizationEntity o on o.id = c.organizationId
            join PoliciesEntity p on p.id = o.id
            where c.organizationId = ?1 and c.id = ?2
            """;

    private static final String OF_CONNECTION = "select n.id" + DECIDING + """
            from ConnectionEntity n
            join OrganizationEntity o on o.id = n.organizationId
            join PoliciesEntity p on p.id = o.id
            where n.organizationId = ?1 and n.id = ?2
            """;

    /// Every request waits for this look: a database that is stuck must not keep them all.
    private static final int STATUS_TIMEOUT_SECONDS = 5;

    List<CredentialEntity> of(UUID organizationId, UUID connectionId, CredentialKind kind) {
        return list(
                "organizationId = ?1 and connectionId = ?2 and kind = ?3 order by created, id",
                organizationId,
                connectionId,
                kind);
    }

    List<CredentialEntity> page(
            UUID organizationId, UUID connectionId, CredentialKind kind, @Nullable UUID after, int limit) {
        return find(
                        "organizationId = ?1 and connectionId = ?2 and kind = ?3 and id > ?4 order by id",
                        organizationId,
                        connectionId,
                        kind,
                        after == null ? new UUID(0, 0) : after)
                .page(0, limit)
                .list();
    }

    Optional<CredentialEntity> find(UUID organizationId, CredentialKind kind, UUID id) {
        return find("organizationId = ?1 and kind = ?2 and id = ?3", organizationId, kind, id)
                .firstResultOptional();
    }

    /// Holds the row until the transaction ends, as it is now, even where the transaction has read it before.
    Optional<CredentialEntity> lock(UUID organizationId, CredentialKind kind, UUID id) {
        var found = find(organizationId, kind, id);
        found.ifPresent(row -> getEntityManager().refresh(row, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /// To which connection it belongs, without the row itself.
    Optional<UUID> connectionOf(UUID organizationId, CredentialKind kind, UUID id) {
        return find(
                        "select connectionId from CredentialEntity where organizationId = ?1 and kind = ?2 and id = ?3",
                        organizationId,
                        kind,
                        id)
                .project(UUID.class)
                .firstResultOptional();
    }

    /// The live credentials of a kind of a connection that stand for this user, or for none.
    long countLive(UUID organizationId, UUID connectionId, CredentialKind kind, @Nullable UUID userId, long now) {
        var live = "organizationId = ?1 and connectionId = ?2 and kind = ?3 and revoked is null and expires > ?4";
        return userId == null
                ? count(live + " and userId is null", organizationId, connectionId, kind, now)
                : count(live + " and userId = ?5", organizationId, connectionId, kind, now, userId);
    }

    /// The client with this id, whatever its organization: nothing else is known of it before it is proved.
    Optional<UUID> organizationOfClient(UUID id) {
        return find(
                        "select organizationId from CredentialEntity where kind = ?1 and id = ?2",
                        CredentialKind.OAUTH_CLIENT,
                        id)
                .project(UUID.class)
                .firstResultOptional();
    }

    void noteUse(UUID organizationId, UUID id, CredentialUse use, long now, long precision) {
        update(
                "lastUsed = ?1, lastUsedAddress = ?2, lastUsedProduct = ?3"
                        + " where organizationId = ?4 and id = ?5 and (lastUsed is null or lastUsed < ?6)",
                now,
                use.address(),
                use.product(),
                organizationId,
                id,
                now - precision);
    }

    /// The credential with its connection and its organization, in one look.
    Optional<CredentialStatus> status(UUID organizationId, UUID id) {
        return status(OF_CREDENTIAL, organizationId, id, CredentialRepository::toStatus);
    }

    /// The connection with its organization, in one look.
    Optional<ConnectionStatus> connectionStatus(UUID organizationId, UUID connectionId) {
        return status(OF_CONNECTION, organizationId, connectionId, CredentialRepository::toConnectionStatus);
    }

    private <T> Optional<T> status(String query, UUID organizationId, UUID id, Function<Object[], T> reader) {
        return getEntityManager()
                .createQuery(query, Object[].class)
                .setParameter(1, organizationId)
                .setParameter(2, id)
                .setHint(HibernateHints.HINT_TIMEOUT, STATUS_TIMEOUT_SECONDS)
                .getResultStream()
                .map(reader)
                .findFirst();
    }

    private static Admittance admittance(Object[] row) {
        var domains = row[9] instanceof String names ? Set.of(names.split(" ")) : Set.<String>of();
        return new Admittance(
                Boolean.TRUE.equals(row[6]), row[8] instanceof Long count && count > 0, (DomainPolicy) row[7], domains);
    }

    private static MemberPolicies members(Object[] row) {
        return new MemberPolicies(
                (Reprovisioning) row[10],
                (Integer) row[11],
                (Integer) row[12],
                (Boolean) row[13],
                (Boolean) row[14],
                row[15] instanceof Long switched ? Instant.ofEpochMilli(switched) : null);
    }

    private static CredentialStatus toStatus(Object[] row) {
        var credential = (CredentialEntity) row[0];
        return new CredentialStatus(
                credential.toCredential(),
                SecretHash.stored(credential.tokenHash),
                (ConnectionState) row[1],
                tolerances(row),
                (Plan) row[5],
                admittance(row),
                members(row));
    }

    private static ConnectionStatus toConnectionStatus(Object[] row) {
        return new ConnectionStatus(
                (ConnectionState) row[1], tolerances(row), (Plan) row[5], admittance(row), members(row));
    }

    private static Set<Tolerance> tolerances(Object[] row) {
        return new ConnectionTolerances(
                        (ConformanceMode) row[2], (IdentityProvider) row[3], ToleranceOverrides.parse((String) row[4]))
                .forgiven();
    }
}
