package dev.rollcall.organization.domain;

import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/// Looks the record of a domain up, and keeps what that finds. Name servers may take their time: nothing is held
/// meanwhile, neither a row nor a connection to the database.
@ApplicationScoped
public class DomainChecks {
    private final Domains domains;
    private final TxtRecords records;
    private final DomainFindings findings;
    private final Clock clock;

    DomainChecks(Domains domains, TxtRecords records, DomainFindings findings, Clock clock) {
        this.domains = domains;
        this.records = records;
        this.findings = findings;
        this.clock = clock;
    }

    /// Looks the record up now. Where it is there, the domain is the organization's; {@link Domain#finding} says what
    /// is there instead. Outside of transactions only. A domain that an operator has vouched for stays as it is.
    ///
    /// @throws RefusedException if there is no such domain in the organization, it is another version, or another
    ///     organization has claimed the name
    @Transactional(Transactional.TxType.NEVER)
    public Domain check(UUID organizationId, UUID id, Condition condition) {
        var domain = domains.find(organizationId, id).orElseThrow(() -> Domains.missing(id));
        condition.require(domain.version());
        if (domain.proof() == Proof.OPERATOR) {
            return domain;
        }
        var finding = records.find(domain.txtRecord());
        return findings.keep(organizationId, id, condition, finding, clock.millis());
    }
}
