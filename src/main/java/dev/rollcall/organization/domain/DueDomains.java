package dev.rollcall.organization.domain;

import dev.rollcall.sql.Transacted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/// The claimed domains whose records are to be looked up again, each of which one replica takes.
@ApplicationScoped
class DueDomains {
    private final DomainRepository domains;
    private final DomainsConfig config;

    DueDomains(DomainRepository domains, DomainsConfig config) {
        this.domains = domains;
        this.config = config;
    }

    /// Some of them, the longest due first.
    @Transactional
    List<Domain> some(Instant now, int most) {
        return domains.due(now.minus(config.recheckAfter()).toEpochMilli(), most).stream()
                .map(DomainEntity::toDomain)
                .toList();
    }

    /// Whether it is the caller's to check: no other has taken it since it was read.
    @Transacted
    boolean take(Domain domain, Instant now) {
        var checked = domain.checked();
        return checked != null && domains.take(domain.id(), checked.toEpochMilli(), now.toEpochMilli());
    }
}
