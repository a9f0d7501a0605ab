package dev.rollcall.connection;

import dev.rollcall.organization.Admittance;
import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.Plan;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CredentialRepository implements PanacheRepositoryBase<CredentialEntity, UUID> {

    /// Every request waits for this look: a database that is stuck must not keep them all.
    private static final int STATUS_TIMEOUT_SECONDS = 5;

    List<CredentialEntity> of(UUID organizationId, UUID connectionId) {
        return list("organizationId = ?1 and connectionId = ?2 order by created", organizationId, connectionId);
    }

    Optional<CredentialEntity> find(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id).firstResultOptional();
    }

    /// The live credentials of a connection that stand for this user, or for none.
    long countLive(UUID organizationId, UUID connectionId, @Nullable UUID userId, long now) {
        var live = "organizationId = ?1 and connectionId = ?2 and revoked is null and expires > ?3";
        return userId == null
                ? count(live + " and userId is null", organizationId, connectionId, now)
                : count(live + " and userId = ?4", organizationId, connectionId, now, userId);
    }

    /// The credential with its connection and its organization, in one look.
    Optional<CredentialStatus> status(UUID organizationId, UUID id) {
        return getEntityManager()
                .createQuery("""
                        select c, n, o.plan, p.provisioningWithoutSso, p.domainPolicy,
                        (select count(*) from SingleSignOnEntity s where s.organizationId = o.id and s.state = ON),
                        (select listagg(d.claimedName, ' ') from DomainEntity d where d.organizationId = o.id)
                        from CredentialEntity c
                        join ConnectionEntity n on n.id = c.connectionId and n.organizationId = c.organizationId
                        join OrganizationEntity o on o.id = c.organizationId
                        join PoliciesEntity p on p.id = o.id
                        where c.organizationId = ?1 and c.id = ?2
                        """, Object[].class)
                .setParameter(1, organizationId)
                .setParameter(2, id)
                .setHint(HibernateHints.HINT_TIMEOUT, STATUS_TIMEOUT_SECONDS)
                .getResultStream()
                .map(row ->
                        toStatus((CredentialEntity) row[0], (ConnectionEntity) row[1], (Plan) row[2], admittance(row)))
                .findFirst();
    }

    private static Admittance admittance(Object[] row) {
        var domains = row[6] instanceof String names ? Set.of(names.split(" ")) : Set.<String>of();
        return new Admittance(
                Boolean.TRUE.equals(row[3]), row[5] instanceof Long count && count > 0, (DomainPolicy) row[4], domains);
    }

    private static CredentialStatus toStatus(
            CredentialEntity credential, ConnectionEntity connection, Plan plan, Admittance admittance) {
        return new CredentialStatus(
                credential.toCredential(),
                TokenHash.stored(credential.tokenHash),
                connection.state,
                connection.toConnection().tolerances().forgiven(),
                plan,
                admittance);
    }
}
