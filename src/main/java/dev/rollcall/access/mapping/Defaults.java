package dev.rollcall.access.mapping;

import dev.rollcall.access.catalogue.Choice;
import dev.rollcall.access.catalogue.Choices;
import dev.rollcall.access.catalogue.Named;
import dev.rollcall.access.catalogue.Roles;
import dev.rollcall.access.catalogue.Team;
import dev.rollcall.access.catalogue.Teams;
import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.domain.Domain;
import dev.rollcall.organization.domain.DomainState;
import dev.rollcall.organization.domain.Domains;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What those members get whom no other grant gives a team: a role in a team, by the domain of their account e-mail,
/// or else by the organization.
@ApplicationScoped
public class Defaults {
    private static final long NOTHING_THERE = 0;

    private final DefaultRepository defaults;
    private final Choices choices;
    private final Teams teams;
    private final Roles roles;
    private final Domains domains;
    private final Organizations organizations;
    private final Audit audit;

    Defaults(
            DefaultRepository defaults,
            Choices choices,
            Teams teams,
            Roles roles,
            Domains domains,
            Organizations organizations,
            Audit audit) {
        this.defaults = defaults;
        this.choices = choices;
        this.teams = teams;
        this.roles = roles;
        this.domains = domains;
        this.organizations = organizations;
        this.audit = audit;
    }

    /// Whose default it is, with the name for people.
    private record Subject(UUID organizationId, UUID id, String name) {}

    /// That of the organization, or of one of its domains.
    ///
    /// @param domainId null for the organization's
    /// @throws RefusedException if there is no such organization, no such domain in it, or no default
    @Transactional
    public DefaultGrant required(UUID organizationId, @Nullable UUID domainId) {
        var subject = subject(organizationId, domainId);
        return defaults.find(organizationId, subject.id()).map(this::named).orElseThrow(() -> missing(subject));
    }

    /// Sets that of the organization, or of a domain that it has claimed, in place of the one there was.
    ///
    /// @param domainId null for the organization's
    /// @throws RefusedException if there is no such organization, no such domain in it or it is not claimed yet, no
    ///     such team or role, the role is none of teams, or the default has changed
    @Transacted
    public DefaultGrant set(
            UUID organizationId, @Nullable UUID domainId, UUID teamId, UUID roleId, Condition condition) {
        organizations.hold(organizationId);
        var subject = claimed(organizationId, domainId);
        var known = defaults.lock(organizationId, subject.id());
        condition.require(known.map(row -> row.version).orElse(NOTHING_THERE));
        var before = known.<Map<String, ?>>map(row -> fields(named(row))).orElse(Map.of());
        var choice = choices.inTeam(organizationId, teamId, roleId);
        var row = known.orElseGet(() -> begun(subject));
        if (teamId.equals(row.teamId) && roleId.equals(row.roleId)) {
            return named(row);
        }
        row.teamId = teamId;
        row.roleId = roleId;
        row.version++;
        defaults.persistAndFlush(row);
        var after = named(row, choice);
        audit.note(change("default.set", subject, before, fields(after)));
        return after;
    }

    /// Removes it.
    ///
    /// @param domainId null for the organization's
    /// @throws RefusedException if there is no such organization, no such domain in it, no default,
    ///     or it has changed
    @Transacted
    public void remove(UUID organizationId, @Nullable UUID domainId, Condition condition) {
        var subject = subject(organizationId, domainId);
        var row = defaults.lock(organizationId, subject.id()).orElseThrow(() -> missing(subject));
        condition.require(row.version);
        var before = named(row);
        defaults.delete(row);
        audit.note(change("default.removed", subject, fields(before), Map.of()));
    }

    private Subject subject(UUID organizationId, @Nullable UUID domainId) {
        if (domainId == null) {
            var organization = organizations.required(organizationId);
            return new Subject(organizationId, organizationId, organization.name());
        }
        return subject(domain(organizationId, domainId));
    }

    private Subject claimed(UUID organizationId, @Nullable UUID domainId) {
        if (domainId == null) {
            return subject(organizationId, null);
        }
        var domain = domain(organizationId, domainId);
        if (domain.state() != DomainState.CLAIMED) {
            throw RefusedException.of(
                    RefusedException.Kind.STATE,
                    "The organization has not proved " + domain.name()
                            + " yet. Set its TXT record and check it, under Access; then give it a default.");
        }
        return subject(domain);
    }

    private Domain domain(UUID organizationId, UUID domainId) {
        return domains.find(organizationId, domainId)
                .orElseThrow(() -> RefusedException.notFound("The organization has no domain " + domainId + "."));
    }

    private static Subject subject(Domain domain) {
        return new Subject(domain.organizationId(), domain.id(), domain.name());
    }

    private static DefaultEntity begun(Subject subject) {
        var row = new DefaultEntity();
        row.organizationId = subject.organizationId();
        row.subjectId = subject.id();
        row.version = NOTHING_THERE;
        return row;
    }

    private DefaultGrant named(DefaultEntity row) {
        var team = teams.required(row.organizationId, row.teamId);
        var role = roles.required(row.organizationId, row.roleId);
        return new DefaultGrant(
                row.subjectId, new Named(team.id(), team.name()), new Named(role.id(), role.name()), row.version);
    }

    private static DefaultGrant named(DefaultEntity row, Choice choice) {
        Team team = Objects.requireNonNull(choice.team());
        var role = choice.role();
        return new DefaultGrant(
                row.subjectId, new Named(team.id(), team.name()), new Named(role.id(), role.name()), row.version);
    }

    private static RefusedException missing(Subject subject) {
        return RefusedException.notFound("There is no default for " + subject.name() + ".");
    }

    private static Change change(String action, Subject subject, Map<String, ?> before, Map<String, ?> after) {
        return new Change(subject.organizationId(), action, subject.id().toString(), subject.name(), before, after);
    }

    private static Map<String, ?> fields(DefaultGrant grant) {
        return Map.of("team", grant.team().name(), "role", grant.role().name());
    }
}
