package dev.rollcall.organization.domain;

import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.UnavailableException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/// Looks the records of claimed domains up again, each once a day, by whichever replica comes first.
@ApplicationScoped
class DomainRechecks {
    private static final Logger LOG = Logger.getLogger(DomainRechecks.class);
    private static final int MOST_AT_ONCE = 100;

    private final DueDomains due;
    private final TxtRecords records;
    private final DomainFindings findings;
    private final Clock clock;

    DomainRechecks(DueDomains due, TxtRecords records, DomainFindings findings, Clock clock) {
        this.due = due;
        this.records = records;
        this.findings = findings;
        this.clock = clock;
    }

    @Scheduled(every = "10M", delayed = "1M", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            run(clock.instant());
        } catch (UnavailableException e) {
            LOG.warnf("Domains are checked later: %s", e.why());
        }
    }

    /// Checks all that are due at this time.
    void run(Instant now) {
        List<Domain> some;
        do {
            some = due.some(now, MOST_AT_ONCE);
            some.stream().filter(domain -> due.take(domain, now)).forEach(domain -> check(domain, now));
        } while (some.size() == MOST_AT_ONCE);
    }

    private void check(Domain domain, Instant now) {
        var finding = records.find(domain.txtRecord());
        try {
            var kept = findings.keep(domain.organizationId(), domain.id(), Condition.NONE, finding, now.toEpochMilli());
            if (kept.state() == DomainState.WAITING) {
                LOG.warnf("Domain %s is claimed no more: its record has been missing for too long", kept.name());
            }
        } catch (RefusedException e) {
            LOG.debugf("Domain %s has gone meanwhile: %s", domain.name(), e.getMessage());
        }
    }
}
