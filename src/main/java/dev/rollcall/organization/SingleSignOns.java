package dev.rollcall.organization;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Which organizations have single sign-on. Operators note it; nobody else.
@ApplicationScoped
public class SingleSignOns {
    private final SingleSignOnRepository singleSignOns;
    private final Organizations organizations;
    private final Audit audit;
    private final Clock clock;

    SingleSignOns(SingleSignOnRepository singleSignOns, Organizations organizations, Audit audit, Clock clock) {
        this.singleSignOns = singleSignOns;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /// That of the organization.
    @Transactional
    public Optional<SingleSignOn> find(UUID organizationId) {
        return singleSignOns.findByIdOptional(organizationId).map(SingleSignOnEntity::toSingleSignOn);
    }

    /// Whether the organization has one that is on.
    @Transactional
    public boolean isOn(UUID organizationId) {
        return singleSignOns.isOn(organizationId);
    }

    /// Notes what the product has set up. Requests see it within two seconds.
    ///
    /// @throws RefusedException if there is no such organization, the name is none, or it is another version
    @Transacted
    public SingleSignOn note(UUID organizationId, String name, SingleSignOn.State state, Condition condition) {
        organizations.hold(organizationId);
        var checked = Names.checked("single sign-on", name);
        var existing = singleSignOns.findByIdOptional(organizationId);
        condition.require(existing.map(one -> one.version).orElse(0L));
        var before = existing.map(SingleSignOns::fields).orElse(Map.of());
        var noted = existing.orElseGet(() -> added(organizationId));
        noted.name = checked;
        noted.state = state;
        if (!fields(noted).equals(before)) {
            noted.version++;
            singleSignOns.persist(noted);
            audit.note(change("sso.noted", noted, before, fields(noted)));
        }
        return noted.toSingleSignOn();
    }

    /// Notes that there is none any more. Requests see it within two seconds.
    ///
    /// @throws RefusedException if there is none, or it is another version
    @Transacted
    public void remove(UUID organizationId, Condition condition) {
        organizations.hold(organizationId);
        var removed = singleSignOns
                .findByIdOptional(organizationId)
                .orElseThrow(() -> RefusedException.notFound("The organization has no single sign-on."));
        condition.require(removed.version);
        singleSignOns.delete(removed);
        audit.note(change("sso.removed", removed, fields(removed), Map.of()));
    }

    private SingleSignOnEntity added(UUID organizationId) {
        var added = new SingleSignOnEntity();
        added.organizationId = organizationId;
        added.created = clock.millis();
        return added;
    }

    private static Change change(String action, SingleSignOnEntity about, Map<String, ?> before, Map<String, ?> after) {
        return new Change(about.organizationId, action, about.organizationId.toString(), about.name, before, after);
    }

    private static Map<String, ?> fields(SingleSignOnEntity one) {
        return Map.of("name", one.name, "state", one.state);
    }
}
