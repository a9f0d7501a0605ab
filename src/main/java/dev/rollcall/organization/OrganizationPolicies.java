package dev.rollcall.organization;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The policies of organizations.
@ApplicationScoped
public class OrganizationPolicies {
    private final PoliciesRepository policies;
    private final Organizations organizations;
    private final Audit audit;
    private final Event<PoliciesChanged> changes;

    OrganizationPolicies(
            PoliciesRepository policies, Organizations organizations, Audit audit, Event<PoliciesChanged> changes) {
        this.policies = policies;
        this.organizations = organizations;
        this.audit = audit;
        this.changes = changes;
    }

    /// Those of an organization; empty where there is no such organization.
    @Transactional
    public Optional<Policies> find(UUID organizationId) {
        return policies.findByIdOptional(organizationId).map(PoliciesEntity::toPolicies);
    }

    /// Changes some of them. Requests see it within two seconds.
    ///
    /// @throws RefusedException if there is no such organization, or they are another version
    @Transacted
    public Policies change(UUID organizationId, PolicyChange change, Condition condition) {
        var changed = policies.lock(organizationId)
                .orElseThrow(() -> RefusedException.notFound("There is no organization " + organizationId + "."));
        condition.require(changed.version);
        var before = changed.toPolicies();
        changed.change(change);
        if (changed.toPolicies().equals(before)) {
            return before;
        }
        changed.version++;
        var name = organizations.find(organizationId).map(Organization::name).orElse("");
        audit.note(new Change(
                organizationId,
                "policies.changed",
                organizationId.toString(),
                name,
                fields(before),
                fields(changed.toPolicies())));
        changes.fire(new PoliciesChanged(organizationId, before, changed.toPolicies()));
        return changed.toPolicies();
    }

    private static Map<String, @Nullable Object> fields(Policies policies) {
        var members = policies.members();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("provisioningWithoutSso", policies.provisioningWithoutSso());
        fields.put("domainPolicy", policies.domainPolicy());
        fields.put("reprovisioning", members.reprovisioning());
        fields.put("deletedMemberDays", members.deletedMemberDays());
        fields.put("seatLimit", members.seatLimit());
        fields.put("protectLastAdmin", members.protectLastAdmin());
        fields.put("rolesFromGroupsOnly", members.rolesFromGroupsOnly());
        fields.put("activityDays", policies.retention().activityDays());
        fields.put("refusedBodyDays", policies.retention().refusedBodyDays());
        return fields;
    }
}
