package dev.rollcall.organization;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The organizations. Callers are administrators of the service, never SCIM clients.
@ApplicationScoped
public class Organizations {
    private final OrganizationRepository organizations;
    private final Audit audit;
    private final UuidV7 identifiers;
    private final Clock clock;

    Organizations(OrganizationRepository organizations, Audit audit, UuidV7 identifiers, Clock clock) {
        this.organizations = organizations;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Adds an organization.
    ///
    /// @throws RefusedException if the name is taken or not a name
    @Transacted
    public Organization add(String name, Plan plan) {
        var organization = new OrganizationEntity();
        organization.id = identifiers.next();
        organization.name = Names.checked("an organization", name);
        organization.plan = plan;
        organization.created = clock.millis();
        requireFree(organization.name);
        organizations.persistAndFlush(organization);
        note("organization.added", organization, Map.of(), fields(organization));
        return organization.toOrganization();
    }

    /// All of them, by name.
    @Transactional
    public List<Organization> list() {
        return organizations.all().stream()
                .map(OrganizationEntity::toOrganization)
                .toList();
    }

    /// Whether there is none.
    @Transactional
    public boolean isEmpty() {
        return organizations.count() == 0;
    }

    /// The one with this id.
    @Transactional
    public Optional<Organization> find(UUID id) {
        return organizations.findByIdOptional(id).map(OrganizationEntity::toOrganization);
    }

    /// The one with this id.
    ///
    /// @throws RefusedException if there is no such organization
    @Transactional
    public Organization required(UUID id) {
        return find(id).orElseThrow(() -> RefusedException.notFound("There is no organization " + id + "."));
    }

    /// The one with this name.
    @Transactional
    public Optional<Organization> named(String name) {
        return organizations.named(name).map(OrganizationEntity::toOrganization);
    }

    /// Holds the organization until the transaction ends: changes that count what it has come one after the other.
    ///
    /// @throws RefusedException if there is no such organization
    @Transacted
    public void hold(UUID id) {
        if (organizations.lock(id).isEmpty()) {
            throw RefusedException.notFound("There is no organization " + id + ".");
        }
    }

    /// The next so many by name.
    ///
    /// @param afterName of the one behind which they begin; empty at the beginning
    @Transactional
    public List<Organization> page(String afterName, int limit) {
        return organizations.page(afterName, limit).stream()
                .map(OrganizationEntity::toOrganization)
                .toList();
    }

    /// Puts the organization on a plan. A plan without SCIM refuses its next requests.
    ///
    /// @throws RefusedException if there is no such organization
    @Transacted
    public Organization changePlan(UUID id, Plan plan) {
        return change(id, Condition.NONE, new OrganizationChange(null, plan));
    }

    /// Changes what is named in the change, at once.
    ///
    /// @throws RefusedException if there is no such organization, it has changed, or the name is taken or is none
    @Transacted
    public Organization change(UUID id, Condition condition, OrganizationChange change) {
        var organization = organizations
                .lock(id)
                .orElseThrow(() -> RefusedException.notFound("There is no organization " + id + "."));
        condition.require(organization.version);
        var before = fields(organization);
        if (change.name() != null) {
            rename(organization, Names.checked("an organization", change.name()));
        }
        if (change.plan() != null) {
            organization.plan = change.plan();
        }
        var after = fields(organization);
        if (!before.equals(after)) {
            organization.version++;
            var onlyThePlan = Objects.equals(before.get("name"), after.get("name"));
            note(onlyThePlan ? "organization.plan-changed" : "organization.changed", organization, before, after);
        }
        return organization.toOrganization();
    }

    private void rename(OrganizationEntity organization, String name) {
        if (!organization.name.equals(name)) {
            requireFree(name);
            organization.name = name;
        }
    }

    private void requireFree(String name) {
        if (organizations.named(name).isPresent()) {
            throw RefusedException.taken("There is already an organization '" + name + "'. Choose another name.");
        }
    }

    private void note(
            String action, OrganizationEntity organization, Map<String, Object> before, Map<String, Object> after) {
        audit.note(new Change(organization.id, action, organization.id.toString(), organization.name, before, after));
    }

    private static Map<String, Object> fields(OrganizationEntity organization) {
        return Map.of("name", organization.name, "plan", organization.plan);
    }
}
