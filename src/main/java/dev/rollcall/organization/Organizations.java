package dev.rollcall.organization;

import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The organizations. Callers are administrators of the service, never SCIM clients.
@ApplicationScoped
public class Organizations {
    private final OrganizationRepository organizations;
    private final UuidV7 identifiers;
    private final Clock clock;

    Organizations(OrganizationRepository organizations, UuidV7 identifiers, Clock clock) {
        this.organizations = organizations;
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
        if (organizations.named(organization.name).isPresent()) {
            throw RefusedException.taken(
                    "There is already an organization '" + organization.name + "'. Choose another name.");
        }
        organizations.persistAndFlush(organization);
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
        if (organizations.findById(id, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw RefusedException.notFound("There is no organization " + id + ".");
        }
    }

    /// Puts the organization on a plan. A plan without SCIM refuses its next requests.
    ///
    /// @throws RefusedException if there is no such organization
    @Transacted
    public Organization changePlan(UUID id, Plan plan) {
        var organization = organizations
                .findByIdOptional(id)
                .orElseThrow(() -> RefusedException.notFound("There is no organization " + id + "."));
        organization.plan = plan;
        return organization.toOrganization();
    }
}
