package dev.rollcall.organization.domain;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The domains of organizations. A name is claimed by one organization at a time; until one of them has proved it,
/// several may wait for it. Names below a claimed one belong to it as long as no other organization claims them.
@ApplicationScoped
public class Domains {
    private final DomainRepository domains;
    private final Organizations organizations;
    private final DomainsConfig config;
    private final Audit audit;
    private final UuidV7 identifiers;
    private final Clock clock;

    Domains(
            DomainRepository domains,
            Organizations organizations,
            DomainsConfig config,
            Audit audit,
            UuidV7 identifiers,
            Clock clock) {
        this.domains = domains;
        this.organizations = organizations;
        this.config = config;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Begins the claim of a domain, which waits from now for its record: {@link DomainChecks#check}.
    ///
    /// @throws RefusedException if there is no such organization, it is not a name, it is claimed, or the
    ///     organization has as many domains as it may have
    @Transacted
    public Domain claim(UUID organizationId, String name) {
        organizations.hold(organizationId);
        var parsed = DomainName.parse(name);
        ProofRecord.requireRoom(parsed);
        domains.named(organizationId, parsed.ascii()).ifPresent(existing -> {
            throw ofItsOwn(existing);
        });
        var domain = added(organizationId, parsed, Proof.DNS);
        audit.note(change("domain.claimed", domain, Map.of(), state(domain)));
        return domain.toDomain();
    }

    /// Claims a domain by an operator's word, without a look into DNS, now or later.
    ///
    /// @throws RefusedException as {@link #claim}
    @Transacted
    public Domain vouch(UUID organizationId, String name) {
        organizations.hold(organizationId);
        var parsed = DomainName.parse(name);
        var waiting = domains.named(organizationId, parsed.ascii());
        waiting.filter(existing -> existing.state() == DomainState.CLAIMED).ifPresent(existing -> {
            throw ofItsOwn(existing);
        });
        var before = waiting.map(Domains::state).orElse(Map.of());
        var domain = waiting.orElseGet(() -> added(organizationId, parsed, Proof.OPERATOR));
        requireFree(domain.name);
        domain.claim(Proof.OPERATOR, clock.millis());
        domain.version++;
        Claims.flush(domains, domain.name);
        audit.note(change("domain.claimed", domain, before, state(domain)));
        return domain.toDomain();
    }

    /// All domains of the organization, by name.
    @Transactional
    public List<Domain> list(UUID organizationId) {
        return domains.of(organizationId).stream().map(DomainEntity::toDomain).toList();
    }

    /// The next so many of the organization's by name.
    ///
    /// @param afterName of the one behind which they begin; empty at the beginning
    @Transactional
    public List<Domain> page(UUID organizationId, String afterName, int limit) {
        return domains.page(organizationId, afterName, limit).stream()
                .map(DomainEntity::toDomain)
                .toList();
    }

    /// The one with this id in the organization.
    @Transactional
    public Optional<Domain> find(UUID organizationId, UUID id) {
        return domains.find(organizationId, id).map(DomainEntity::toDomain);
    }

    /// The one with this name in the organization, in letters or A-labels.
    ///
    /// @throws RefusedException if it is not a name
    @Transactional
    public Optional<Domain> named(UUID organizationId, String name) {
        return domains.named(organizationId, DomainName.parse(name).ascii()).map(DomainEntity::toDomain);
    }

    /// Whether the organization has claimed a domain.
    @Transactional
    public boolean hasClaimed(UUID organizationId) {
        return domains.countClaimed(organizationId) > 0;
    }

    /// Gives a domain up, so that another organization can claim it.
    ///
    /// @throws RefusedException if there is no such domain in the organization, or it is another version
    @Transacted
    public void release(UUID organizationId, UUID id, Condition condition) {
        var domain = domains.lock(organizationId, id).orElseThrow(() -> missing(id));
        condition.require(domain.version);
        domains.delete(domain);
        audit.note(change("domain.released", domain, state(domain), Map.of()));
    }

    private DomainEntity added(UUID organizationId, DomainName name, Proof proof) {
        if (domains.countOf(organizationId) >= config.perOrganization()) {
            throw RefusedException.limit("The organization has " + config.perOrganization()
                    + " domains, which is the most. Release one that it does not need first.");
        }
        requireFree(name.ascii());
        var domain = new DomainEntity();
        domain.id = identifiers.next();
        domain.organizationId = organizationId;
        domain.name = name.ascii();
        domain.proof = proof;
        domain.challenge = ProofRecord.newChallenge();
        domain.created = clock.millis();
        domain.version = 1;
        domains.persist(domain);
        Claims.flush(domains, domain.name);
        return domain;
    }

    private void requireFree(String name) {
        if (domains.isClaimed(name)) {
            throw Claims.takenByAnother(name);
        }
    }

    private static RefusedException ofItsOwn(DomainEntity existing) {
        return RefusedException.taken(
                switch (existing.state()) {
                    case CLAIMED -> "The organization has claimed " + existing.name + " already.";
                    case WAITING ->
                        "The organization waits for the proof of " + existing.name
                                + " already. Set its TXT record, and check it.";
                });
    }

    static RefusedException missing(UUID id) {
        return RefusedException.notFound("The organization has no domain " + id + ".");
    }

    static Change change(String action, DomainEntity domain, Map<String, ?> before, Map<String, ?> after) {
        return new Change(domain.organizationId, action, domain.id.toString(), domain.name, before, after);
    }

    static Map<String, ?> state(DomainEntity domain) {
        return Map.of(
                "name", domain.name,
                "state", domain.state(),
                "proof", domain.proof);
    }
}
