package dev.rollcall.access.person;

import dev.rollcall.access.seat.Seats;
import dev.rollcall.audit.Audit;
import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.scim.user.UserDirectory;
import dev.rollcall.sql.Transacted;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Members whom no identity provider has. They are noted, disabled, enabled and deleted here; users are by their
/// identity provider alone.
@ApplicationScoped
public class People {
    private final PersonRepository people;
    private final NewPeople newPeople;
    private final GivenGrants grants;
    private final Seats seats;
    private final UserDirectory users;
    private final Organizations organizations;
    private final Audit audit;
    private final Clock clock;
    private final List<MemberGuard> guards;

    People(
            PersonRepository people,
            NewPeople newPeople,
            GivenGrants grants,
            Seats seats,
            UserDirectory users,
            Organizations organizations,
            Audit audit,
            Clock clock,
            @All List<MemberGuard> guards) {
        this.people = people;
        this.newPeople = newPeople;
        this.grants = grants;
        this.seats = seats;
        this.users = users;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
        this.guards = guards;
    }

    /// Notes somebody who has signed in just in time.
    ///
    /// @throws RefusedException if there is no such organization, somebody has the address, or all seats are taken
    @Transacted
    public KnownPerson note(UUID organizationId, String email, @Nullable String name) {
        organizations.required(organizationId);
        var person = newPeople.add(organizationId, MemberOrigin.JIT, MemberState.ACTIVE, email, name);
        audit.note(PersonAudit.change("member.noted", person, Map.of(), PersonAudit.fields(person)));
        return person.toPerson();
    }

    /// Disables, enables or renames a member.
    ///
    /// @throws RefusedException if there is no such member, it is another version, an identity provider has
    ///     the person, or a rule of the organization is in the way
    @Transacted
    public KnownPerson change(UUID organizationId, UUID id, PersonChange change, Condition condition) {
        var person = required(organizationId, id, condition);
        if (person.state == MemberState.INVITED && change.active() != null) {
            throw state(person.email + " is invited and has not come yet. Note that the invitation was accepted, or"
                    + " withdraw it.");
        }
        if (person.state == MemberState.DELETED) {
            throw state(person.email + " was deleted by the identity provider, and comes back when that creates the"
                    + " person again.");
        }
        var before = PersonAudit.fields(person);
        if (change.name() != null) {
            person.name = Names.checked("a person", change.name());
        }
        if (change.active() != null) {
            person.state = change.active() ? MemberState.ACTIVE : MemberState.INACTIVE;
        }
        var after = PersonAudit.fields(person);
        if (!after.equals(before)) {
            person.changed(clock.millis());
            people.flush();
            seated(person, before.get("state"));
            audit.note(PersonAudit.change("member.changed", person, before, after));
        }
        return person.toPerson();
    }

    private void seated(PersonEntity person, @Nullable Object before) {
        if (before == person.state) {
            return;
        }
        if (person.hasSeat()) {
            seats.take(person.organizationId);
        } else {
            seats.release(person.organizationId);
            guards.forEach(guard -> guard.checkLost(person.organizationId, person.id));
        }
    }

    /// Deletes a member with all grants, or forgets one whom an identity provider has deleted.
    ///
    /// @throws RefusedException if there is no such member, it is another version, an identity provider has
    ///     the person, or a rule of the organization is in the way
    @Transacted
    public void delete(UUID organizationId, UUID id, Condition condition) {
        var person = required(organizationId, id, condition);
        people.delete(person);
        people.flush();
        guards.forEach(guard -> guard.checkLost(organizationId, id));
        grants.take(organizationId, id);
        if (person.hasSeat()) {
            seats.release(organizationId);
        }
        audit.note(PersonAudit.change("member.deleted", person, PersonAudit.fields(person), Map.of()));
    }

    private PersonEntity required(UUID organizationId, UUID id, Condition condition) {
        var person = people.lock(organizationId, id).orElseThrow(() -> missing(organizationId, id));
        condition.require(person.version);
        return person;
    }

    private RefusedException missing(UUID organizationId, UUID id) {
        return users.find(organizationId, id.toString()).isPresent()
                ? state("An identity provider has this member: disable or delete the person there.")
                : RefusedException.notFound("The organization has no member " + id + ".");
    }

    private static RefusedException state(String sentence) {
        return RefusedException.of(RefusedException.Kind.STATE, sentence);
    }
}
