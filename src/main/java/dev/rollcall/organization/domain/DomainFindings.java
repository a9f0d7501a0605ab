package dev.rollcall.organization.domain;

import dev.rollcall.audit.Audit;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// What becomes of a domain by what a look-up has found.
@ApplicationScoped
class DomainFindings {
    private final DomainRepository domains;
    private final DomainsConfig config;
    private final Audit audit;

    DomainFindings(DomainRepository domains, DomainsConfig config, Audit audit) {
        this.domains = domains;
        this.config = config;
        this.audit = audit;
    }

    /// Keeps a finding.
    ///
    /// @throws RefusedException if the domain is gone, it is another version, or another organization has
    ///     claimed the name
    @Transacted
    public Domain keep(UUID organizationId, UUID id, Condition condition, Finding finding, long now) {
        var domain = domains.lock(organizationId, id).orElseThrow(() -> Domains.missing(id));
        condition.require(domain.version);
        if (domain.proof == Proof.OPERATOR) {
            return domain.toDomain();
        }
        domain.checked = now;
        if (finding != domain.finding) {
            domain.finding = finding;
            domain.version++;
        }
        switch (domain.state()) {
            case WAITING -> prove(domain, finding, now);
            case CLAIMED -> confirm(domain, finding, now);
        }
        return domain.toDomain();
    }

    private void prove(DomainEntity domain, Finding finding, long now) {
        if (finding != Finding.FOUND) {
            return;
        }
        if (domains.isClaimed(domain.name)) {
            throw Claims.takenByAnother(domain.name);
        }
        var before = Domains.state(domain);
        domain.claim(Proof.DNS, now);
        Claims.flush(domains, domain.name);
        audit.note(Domains.change("domain.proved", domain, before, Domains.state(domain)));
    }

    /// A record that could not be asked for says nothing: it is neither there nor missing.
    private void confirm(DomainEntity domain, Finding finding, long now) {
        if (finding == Finding.FOUND) {
            domain.failingSince = null;
        } else if (finding.isMissing()) {
            if (domain.failingSince == null) {
                domain.failingSince = now;
            } else if (now - domain.failingSince >= config.lostAfter().toMillis()) {
                lose(domain);
            }
        }
    }

    private void lose(DomainEntity domain) {
        var before = Domains.state(domain);
        domain.lose();
        domain.version++;
        audit.note(Domains.change("domain.lost", domain, before, Domains.state(domain)));
    }
}
